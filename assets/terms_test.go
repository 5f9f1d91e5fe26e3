package assets_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// avoided is a reviewed table of terms for zh-TW: a word not to use, the word to use
// in its place, and longer words in which the first is right.
var avoided = []struct {
	bad, good string
	but       []string
}{
	// Services
	{"語音會議", "音訊會議", nil}, {"電話會議", "音訊會議", nil}, {"音頻", "音訊", nil},
	{"手機系統", "電話系統", nil}, {"企業語音", "電話系統", nil},
	{"通話計畫", "通話方案", nil}, {"通話套餐", "通話方案", nil}, {"電話方案", "通話方案", nil},
	{"信用", "通訊點數", nil}, {"通話點數", "通訊點數", nil}, {"通信", "通訊", nil},
	{"電話或免付費", "付費與免付費號碼", nil}, {"免付費和免付費", "付費與免付費號碼", nil},
	// Features
	{"採購", "購買", nil}, {"分配", "指派", nil},
	{"語音來電", "「打電話給我」（Call Me）", nil}, {"撥打給我", "「打電話給我」（Call Me）", nil}, {"撥打電話給我", "「打電話給我」（Call Me）", nil},
	{"自動語音", "自動語音應答", []string{"自動語音應答"}}, {"自動電話", "自動語音應答", nil}, {"自動接待", "自動語音應答", nil},
	{"自動助理", "自動語音應答", nil}, {"自動總機", "自動語音應答", nil},
	{"電話佇列", "通話佇列", nil}, {"來電佇列", "通話佇列", nil}, {"呼叫", "通話、撥打", nil}, {"隊列", "佇列", nil},
	{"語音郵件", "語音信箱", nil}, {"留言信箱", "語音信箱", nil},
	{"進位號碼", "高費率號碼", nil}, {"進階號碼", "高費率號碼", nil}, {"高級號碼", "高費率號碼", nil}, {"優質號碼", "高費率號碼", nil},
	{"外接", "撥出、高費率", nil}, {"呼出", "撥出", nil}, {"外呼", "撥出", nil}, {"外撥", "撥出", nil}, {"撥號", "撥打、撥出", []string{"撥號碼"}},
	// States
	{"離線", "可用", nil}, {"每分鐘付費", "僅按分鐘計費", nil}, {"部分支援", "部分可用", nil}, {"需點數", "需通訊點數", nil}, {"需要點數", "需要通訊點數", nil},
	{"應要求", "需申請", nil}, {"根據要求", "需申請", nil}, {"依要求", "需申請", nil}, {"隨選", "需申請、隨用隨付", nil},
	{"第三方", "合作夥伴", []string{"第三方服務", "第三方的撥入與撥出服務"}}, {"伙伴", "夥伴", nil}, {"協力廠商", "合作夥伴", nil},
	{"部份", "部分", nil},
	// Numbers
	{"付費電話", "付費號碼", nil}, {"收費號碼", "付費號碼", nil}, {"免費號碼", "免付費號碼", nil}, {"免費電話", "免付費號碼", nil},
	{"共用成本", "分攤費用", nil}, {"服務電話", "服務號碼", nil}, {"客服電話", "服務號碼", nil},
	{"用戶", "使用者", []string{"用戶端", "租用戶"}}, {"訂閱者", "使用者", nil}, {"共享", "共用", nil}, {"專屬", "專用", nil}, {"專有", "專用", nil},
	{"撥入式", "撥入", nil}, {"接入", "撥入", nil}, {"非地理位置", "非地理號碼", nil}, {"首要城市", "主要城市", nil},
	// Plans
	{"本地方案", "國內通話方案", nil}, {"市內", "國內", nil}, {"國際通話方案", "國內及國際通話方案", []string{"國內及國際通話方案"}},
	{"時長", "分鐘數", nil}, {"即用即付", "隨用隨付", nil}, {"首先到達", "先用完者", nil},
	{"行事曆月", "日曆月", nil}, {"每個日曆月", "每月（以日曆月計）", nil}, {"分鐘池", "共用分鐘數", nil}, {"國內電話", "國內通話", nil},
	// Calls
	{"進行通話", "撥打電話", nil}, {"電話通話", "電話、通話", nil}, {"轉移", "轉接（通話）、移轉（號碼）", nil}, {"轉接號碼", "移轉號碼", nil},
	{"網橋", "會議橋接器", nil}, {"會議橋", "會議橋接器", []string{"會議橋接器"}}, {"位址", "地址", []string{"IP 位址", "IPv4 位址", "網路位址"}},
	// Routes
	{"替代方案", "替代做法", nil}, {"怎麼辦", "替代做法", nil}, {"直連", "直接路由", nil}, {"路由傳送", "直接路由", nil},
	{"連接性", "連線選項", nil}, {"運算子", "Operator Connect", nil}, {"公共電話網", "公用交換電話網路", nil}, {"運營", "電信業者", nil},
	{"服務中心", "電話號碼服務台", nil}, {"帳戶小組", "帳戶團隊", nil}, {"帳號團隊", "帳戶團隊", nil},
	// Licences and tenants
	{"許可證", "授權", nil}, {"執照", "授權", nil}, {"使用權", "授權", []string{"使用權限"}}, {"外掛", "附加元件", nil}, {"加購", "附加元件", nil},
	{"使用地點", "使用位置", nil}, {"租使用者", "租用戶", nil}, {"租戶", "租用戶", nil}, {"承租人", "租用戶", nil}, {"貴組織", "組織", nil},
	{"管理員中心", "系統管理中心", nil}, {"管理後台", "系統管理中心", nil}, {"管理中心", "系統管理中心", []string{"系統管理中心"}},
	{"Skype 企業版", "商務用 Skype", nil}, {"價格表", "定價", nil}, {"存貨", "庫存", nil},
	// Interface
	{"國家", "國家/地區", []string{"國家/地區"}}, {"國別", "國家/地區", nil}, {"列表", "清單", nil}, {"可用性", "服務提供情形", nil}, {"答案", "服務提供情形", nil},
	{"版次", "資料版本", nil}, {"出處", "資料來源", nil}, {"截止", "資料日期", nil}, {"更新於", "資料日期", nil}, {"警告", "注意", nil},
	{"特性", "功能", nil}, {"搜索", "搜尋", nil}, {"過濾", "篩選", nil}, {"對比", "比較", []string{"高對比", "對比度"}}, {"矩陣", "總覽表", nil},
	{"更改", "變更、異動", nil}, {"歷史", "歷次版本", nil}, {"讀不懂", "無法判讀", nil}, {"丟失", "停止提供", nil}, {"導出", "匯出", nil}, {"導入", "匯入", []string{"導入規劃"}}, {"校驗", "驗證", nil}, {"部署計畫", "導入規劃", nil},
	{"幫助", "說明", nil}, {"退出", "結束", nil}, {"面板", "窗格", nil}, {"右鍵", "向右鍵", []string{"向右鍵"}}, {"左鍵", "向左鍵", []string{"向左鍵"}}, {"剪貼板", "剪貼簿", nil}, {"拷貝", "複製", nil}, {"收藏夾", "書籤", nil},
	{"致電", "撥打", nil}, {"目的地", "可撥打的國家/地區", nil}, {"拼錯", "疑似錯字", nil}, {"電話區號", "國碼", nil},
	{"域名", "網域", []string{"網域名稱"}}, {"會話", "連線", nil}, {"空閒", "閒置", nil}, {"存儲", "儲存", nil},
	// Characters and mainland words at large
	{"于", "於", nil}, {"准", "準", []string{"核准", "批准", "准許"}}, {"流覽", "瀏覽", nil}, {"臺", "台", nil}, {"瞭解", "了解", nil}, {"裏", "裡", nil}, {"爲", "為", nil}, {"着", "著", nil},
	{"／", "/ 或頓號", []string{"清除／瀏覽"}}, {"您", "你", nil}, {"螢幕閱讀", "螢幕報讀", nil}, {"助讀", "報讀", nil}, {"顏色", "色彩", nil}, {"並用", "一起使用", nil}, {"默認", "預設", nil}, {"信息", "資訊、訊息", nil}, {"軟件", "軟體", nil}, {"網絡", "網路", nil}, {"服務器", "伺服器", nil}, {"數據", "資料", nil},
	{"程序", "程式", nil}, {"屏幕", "螢幕", nil}, {"菜單", "選單", nil}, {"質量", "品質", nil}, {"支持", "支援", nil}, {"激活", "啟用", nil}, {"登錄", "登入", nil}, {"設置", "設定", nil},
	{"字符", "字元", nil}, {"鏈接", "連結", nil}, {"互聯網", "網際網路", nil}, {"短信", "簡訊", nil}, {"移動裝置", "行動裝置", nil}, {"移動電話", "行動電話", nil},
	{"刷新", "重新整理", nil}, {"兼容", "相容", nil}, {"回車", "Enter", nil}, {"光標", "游標", nil}, {"鼠標", "滑鼠", nil}, {"加載", "載入", nil},
}

// misused lists the terms in a zh-TW text that the table rejects.
func misused(text string) []string {
	var found []string
	for _, a := range avoided {
		rest := text
		for _, right := range a.but {
			rest = strings.ReplaceAll(rest, right, "\x00")
		}
		if strings.Contains(rest, a.bad) {
			found = append(found, a.bad+" (write "+a.good+")")
		}
	}
	return found
}

func TestTerms(t *testing.T) {
	for key, text := range texts(in(t, "zh-TW")) {
		for _, term := range misused(text) {
			t.Errorf("%s: %s", key, term)
		}
		if strings.Contains(key, "premium") && !strings.HasPrefix(key, "topic.") && strings.Contains(text, "付費號碼") {
			t.Errorf("%s: a premium-rate number is no 付費號碼 (toll number)", key)
		}
	}
}

func TestTermsInContext(t *testing.T) {
	for text, want := range map[string]int{
		"免付費號碼與付費號碼，僅限租用戶": 0,
		"國內及國際通話方案":        0,
		"國際通話方案":           1,
		"每個國家都不同":          1,
		"每個國家/地區都不同":       0,
		"按分鐘計費適用于使用者":      1,
		"以先用完者為准":          1,
		"主管機關核准":           0,
		"付費電話":             1,
		"移轉號碼、轉接電話":        0,
		"把號碼轉移過來":          1,
	} {
		if got := misused(text); len(got) != want {
			t.Errorf("%s: found %q, want %d", text, got, want)
		}
	}
}

// TestTermsOfReadme holds the README to the same table, but for its code, examples and anchors.
func TestTermsOfReadme(t *testing.T) {
	b, err := os.ReadFile("../README.zh-TW.md")
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile("(?s)```.*?```|`[^`]*`|\\]\\(#[^)]*\\)").ReplaceAllString(string(b), "")
	for i, line := range strings.Split(text, "\n") {
		for _, term := range misused(line) {
			t.Errorf("paragraph %d: %s", i+1, term)
		}
	}
}
