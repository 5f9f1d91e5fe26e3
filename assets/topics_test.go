package assets_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"voxatlas/model"
)

// TestTopicsAreBlocks holds the explanations to the form that the info pane
// lays out: a paragraph on one line, paragraphs and lists separated by a blank
// line, list items beginning with "- ", two to eight parts in all.
func TestTopicsAreBlocks(t *testing.T) {
	for _, c := range catalogs(t) {
		for _, topic := range model.Topics() {
			text := c.Text("topic." + topic.Key() + ".text")
			parts := strings.Split(text, "\n\n")
			if len(parts) < 2 || len(parts) > 8 {
				t.Errorf("%s: %s has %d parts", c.Lang(), topic.Key(), len(parts))
			}
			for _, part := range parts {
				lines := strings.Split(part, "\n")
				for _, line := range lines {
					item := strings.HasPrefix(line, "- ")
					if !item && (len(lines) > 1 || line == "" || line[0] == ' ' || line[0] == '-') {
						t.Errorf("%s: %s: neither a paragraph nor a list item: %q", c.Lang(), topic.Key(), line)
					}
					if !strings.ContainsAny(line[len(line)-3:], ".:;。：；）") {
						t.Errorf("%s: %s: a line that does not end: %q", c.Lang(), topic.Key(), line)
					}
				}
			}
		}
	}
}

var quoted = regexp.MustCompile(`"([^"]+)"|「([^」]+)」`)

// TestTopicsQuoteWordsOnScreen checks that every quoted word of an explanation is the
// word of a state or feature as the screen shows it, or a name of Microsoft's.
func TestTopicsQuoteWordsOnScreen(t *testing.T) {
	microsoft := []string{
		"know your customer",
		"What are Communications Credits?", "什麼是通訊點數", "打電話給我",
		"語音", "電話號碼", "新增", "新增服務號碼", "國家/地區", "州/地區", "城市", "免付費", "作用中的使用者", "使用位置",
	}
	for _, c := range catalogs(t) {
		words := slices.Clone(microsoft)
		for key, text := range texts(c) {
			if strings.HasPrefix(key, "state.") || strings.HasPrefix(key, "feature.") {
				words = append(words, text)
			}
		}
		for key, text := range texts(c) {
			if !strings.HasPrefix(key, "topic.") {
				continue
			}
			for _, m := range quoted.FindAllStringSubmatch(text, -1) {
				if word := m[1] + m[2]; !slices.Contains(words, word) {
					t.Errorf("%s: %s quotes %q, which stands nowhere on screen", c.Lang(), key, word)
				}
			}
		}
	}
}

// caveats lists words that the explanation of a topic must have in each language,
// since a telephony admin has to know them.
var caveats = []struct{ about, topic, en, zh string }{
	{"a licence for each organizer", "audio_conferencing", "one Audio Conferencing licence for each person who schedules", "每人一份音訊會議授權"},
	{"a licence for each organizer", "audio_conferencing.purchase", "one licence for each person who schedules", "每人買一份授權"},
	{"shared numbers are assigned", "audio_conferencing", "assigned automatically, shared", "自動指派，與其他組織共用"},
	{"dedicated numbers elsewhere", "audio_conferencing.auto_assigned_numbers", "Dedicated", "專用"},
	{"no list of numbers", "audio_conferencing.auto_assigned_numbers", "no list of all dial-in numbers", "沒有公布完整的撥入號碼清單"},
	{"steps, dated", "audio_conferencing.auto_assigned_numbers", "2021-03-23 pages say", "2021-03-23 的頁面"},
	{"steps", "audio_conferencing.auto_assigned_numbers", "Skype for Business admin center > Voice > Phone Numbers", "商務用 Skype 系統管理中心 >「語音」>「電話號碼」"},
	{"filters", "audio_conferencing.auto_assigned_numbers", "Country/Region, State/Region and City", "「國家/地區」、「州/地區」、「城市」"},
	{"toll-free filter", "service_numbers.toll_free", "choose toll free in the State/Region list", "在「州/地區」選「免付費」"},
	{"toll-free from abroad", "audio_conferencing.call_me", "a Brazilian toll-free number, dialled from the United States", "從美國撥打巴西的免付費號碼"},
	{"destinations not listed", "audio_conferencing.call_me", "that is not in Microsoft's list, those users need Communications Credits", "不在 Microsoft 清單內的國家/地區，這些使用者同樣需要通訊點數"},
	{"credits and licence", "communications_credits", "a Communications Credits licence assigned to each user", "通訊點數的授權指派給每位使用者"},
	{"when minutes run out", "communications_credits", "once the organization's minutes have run out", "組織的分鐘數一用完"},
	{"when minutes run out", "calling_plans.minutes", "calls stop, unless Communications Credits", "除非已設定通訊點數"},
	{"any destination", "communications_credits", "any destination", "打到任何地方"},
	{"usage location", "calling_plans", "usage location", "使用位置"},
	{"not the billing address", "calling_plans", "not the billing address", "而非組織設定檔裡的帳單地址"},
	{"stock varies", "phone_system", "stock of toll numbers varies", "庫存因地而異"},
	{"stock varies", "service_numbers.toll", "in stock varies", "庫存隨時會變"},
	{"two kinds of number", "phone_system", "people use user numbers; auto attendants and call queues use service numbers", "個人用使用者號碼；自動語音應答與通話佇列用服務號碼"},
	{"a service number", "phone_system.auto_attendants", "needs a service number", "需要一個服務號碼"},
	{"a service number", "phone_system.call_queues", "needs a service number", "需要一個服務號碼"},
	{"Phone System first", "calling_plans.purchase", "needs Phone System first", "要先有電話系統"},
	{"number, then plan", "calling_plans", "first get a user number (not a service number), then assign the plan", "先取得使用者號碼（不是服務號碼），再指派通話方案"},
	{"kinds, then and later", "calling_plans", "The 2023-01-26 pages have three", "2023-01-26 的頁面有三種"},
	{"whichever comes first", "calling_plans.minutes", "whichever is reached first", "以先用完者為準"},
	{"what users can do", "phone_system", "transfer them, mute and unmute", "轉接電話，也可以靜音與取消靜音"},
	{"devices", "phone_system", "a headset with a laptop or PC, and many IP phones", "許多款 IP 電話"},
	{"the later name", "phone_system", "Later than the 2021-03-23 pages", "現稱 Teams 電話"},
	{"porting", "service_numbers", "ported from another provider", "號碼可攜"},
	{"request forms, changes", "calling_plans.purchase", "request forms", "填表申請"},
	{"what the list holds with", "calling_plans.outbound_calls", "applies to the Domestic and International plan", "適用於國內及國際通話方案"},
	{"the count that differs", "calling_plans.outbound_calls", "196 countries; the list has 198", "頁面稱 196 個，清單列出 198 個"},
	{"what the editions are about", "audio_conferencing", "no longer names Skype for Business", "已不再提商務用 Skype"},
	{"options later than the pages", "phone_system", "such as Operator Connect, which is later than the 2021-03-23 pages", "例如 Operator Connect，晚於 2021-03-23 的頁面"},
	{"options later than the pages", "phone_system.purchase", "such as Operator Connect", "例如 Operator Connect"},
	{"options later than the pages", "calling_plans.purchase", "such as Operator Connect", "例如 Operator Connect"},
	{"no credits to be bought", "service_numbers.toll_free", "Where Communications Credits cannot be bought, ask Microsoft", "若無法購買通訊點數，請先洽 Microsoft"},
	{"not every premium call", "calling_plans.premium_numbers", "Where a condition says so", "條件有註明時"},
	{"not every premium call", "communications_credits.purchase", "where a condition says so", "而條件註明從通訊點數扣款"},
	{"toll, glossed", "service_numbers", "the caller pays for the call", "付費號碼（Toll，來電者自付電話費）"},
	{"toll-free, glossed", "service_numbers", "free for the caller", "免付費號碼（如 0800）"},
	{"emergency calls are elsewhere", "phone_system", "Not on the country pages: emergency calls", "緊急電話"},
	{"emergency calls are elsewhere", "calling_plans", "how emergency calls are routed", "緊急電話"},
	{"Operator Connect is elsewhere", "phone_system", "which operators offer Operator Connect", "有哪些電信業者提供 Operator Connect"},
	{"checks before numbers", "calling_plans.purchase", "before it gives new numbers", "客戶審核（KYC）"},
	{"checks before numbers", "service_numbers", "before it gives new numbers", "客戶審核（KYC）"},
	{"premium, glossed", "calling_plans.premium_numbers", "cost the caller more", "高費率號碼（如台灣 0204 類付費語音）"},
}

// TestInterfaceNamesItsPanes checks that texts which point to a pane do so by its
// title, except help.list_open, which has to fit beside the source in 40 columns.
func TestInterfaceNamesItsPanes(t *testing.T) {
	for _, c := range catalogs(t) {
		for key, pane := range map[string]string{"ui.more_in_info": "ui.info", "help.open": "ui.answers", "help.explain": "ui.info"} {
			if text := strings.ToLower(c.Text(key)); !strings.Contains(text, strings.ToLower(c.Text(pane))) {
				t.Errorf("%s: %s, %q, does not name %s", c.Lang(), key, text, c.Text(pane))
			}
		}
	}
}

func TestTopicsHoldTheCaveats(t *testing.T) {
	en, zh := in(t, "en"), in(t, "zh-TW")
	for _, h := range caveats {
		key := "topic." + h.topic + ".text"
		if !strings.Contains(en.Text(key), h.en) {
			t.Errorf("en: %s does not say %q (%s)", key, h.en, h.about)
		}
		if !strings.Contains(zh.Text(key), h.zh) {
			t.Errorf("zh-TW: %s does not say %q (%s)", key, h.zh, h.about)
		}
	}
}
