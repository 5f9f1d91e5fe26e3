// Tests of the exported page in Chromium. ./run makes the files that they read: see there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

const files = process.env.FILES; // the folder of the files
const voxatlas = (args, input = "") => spawnSync(path.join(files, "voxatlas"), args, { encoding: "utf8", maxBuffer: 1 << 30, input }).stdout;
const json = (...args) => JSON.parse(voxatlas([...args, "--json"]));
const keys = JSON.parse(fs.readFileSync(path.join(files, "keys.json"), "utf8"));
const facts = json("show", "--all");
const langs = ["en", "zh-TW"];
const wide = { width: 1400, height: 900 };
const phone = { width: 390, height: 844 };

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
});
after(() => browser.close());

// Opens a page of the folder, runs a test with it, and checks that it has written nothing to
// the console and asked for nothing but its own file.
async function withPage(file, hash, run, options = {}) {
  const context = await browser.newContext({ viewport: wide, ...options });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => request.url().startsWith("file:") || said.push(request.url()));
  await page.goto(pathToFileURL(path.join(files, file)) + hash);
  await run(page);
  assert.deepEqual(said, []);
  await context.close();
}

const texts = (page, selector) => page.locator(selector).allTextContents();
const shown = (page) => page.locator("#rows tr").evaluateAll((rows) => rows.map((row) => row.dataset.iso2));

test("names are folded as in Go", () => withPage("page.html", "", async (page) => {
  const differing = (list) => page.evaluate((list) => list.filter(({ text, words }) => {
    const key = foldKey(text);
    return key.starts.map((start, i) => key.text.slice(start, key.starts[i + 1])).join(" ") !== words;
  }).map(({ text }) => text), list);
  assert.deepEqual(await differing(keys.names), []);
  assert.ok(keys.names.length > 40000);
  // Chromium knows a newer Unicode than Go, in which a few characters are of another kind.
  const others = new Set((await differing(keys.characters)).map((text) => text.codePointAt(1)));
  assert.ok(keys.characters.length > 250000);
  assert.ok(others.size <= 5, `characters that are folded in another way: ${[...others].map((c) => c.toString(16))}`);
}));

test("a name, alias or code finds what the program finds", () => withPage("page.html", "", async (page) => {
  const names = keys.names.filter(({ kind }, i) => kind !== "spelling" || i % 4 === 0);
  const queries = names.map((name) => name.text);
  const want = voxatlas(["search", "-", "-n", "1", "--json"], queries.join("\n") + "\n").trim().split("\n").map((line) => JSON.parse(line))
    .map(({ hits, unlisted }) => (unlisted ? "unlisted " + unlisted.iso2 : hits[0] ? hits[0].iso2 : ""));
  const got = await page.evaluate((queries) => queries.map((query) => {
    const { hits, other } = findPlaces(index, query);
    return other ? other.kind + " " + other.iso2 : hits[0] ? hits[0].place.iso2 : "";
  }), queries);
  const wrong = { name: [], alias: [], code: [], spelling: [] };
  names.forEach(({ kind, text }, i) => {
    const isNotNamed = kind === "spelling" && want[i].startsWith("unlisted") && got[i] === ""; // the page names fewer places
    if (got[i] !== want[i] && !isNotNamed) wrong[kind].push(`${text}: ${got[i]}, want ${want[i]}`);
  });
  assert.deepEqual([wrong.name, wrong.alias, wrong.code], [[], [], []]);
  assert.ok(wrong.spelling.length <= 15, wrong.spelling.join("\n")); // short words, which several places are called
}));

test("search, filter, clear", () => withPage("page.html", "#lang=zh-TW", async (page) => {
  assert.equal((await shown(page)).length, 114);
  for (const query of ["台灣", "臺灣", "Taiwan", "ㄊㄞˊ ㄨㄢ", "+886 2 2345 6789", "대만", "🇹🇼", "tw"]) {
    await page.fill("#query", query);
    assert.deepEqual(await shown(page), ["TW"], query);
  }
  assert.match(await page.textContent("#status"), /1 個，共 114 個/);
  for (const [query, code] of [["the UK", "GB"], ["The Bahamas", "BS"], ["🇪🇺", undefined], ["004420 7946 0000", "GB"]]) {
    await page.fill("#query", query);
    assert.equal((await shown(page))[0], code, query);
  }
  await page.fill("#query", "寮國");
  assert.deepEqual(await shown(page), []);
  assert.equal(await page.textContent("#notice"), "寮國不在 Microsoft 的清單內。");
  await page.fill("#query", "南");
  assert.ok((await shown(page)).includes("ZA"));

  await page.click("#clear");
  await page.click("#filters summary"); // its boxes are in sight then
  const box = (feature, state) => page.getByRole("group", { name: feature }).getByRole("checkbox", { name: state });
  await box("通話方案：可否購買", "可購買").check();
  const byKey = (expr) => json("list", "--where", expr).map((country) => country.iso2).sort();
  assert.deepEqual((await shown(page)).sort(), byKey("cp:yes"));
  await box("通話方案：可否購買", "合作夥伴提供").check();
  await box("免付費號碼", "需申請").check();
  await box("免付費號碼", "可用").check();
  assert.deepEqual((await shown(page)).sort(), byKey("cp:yes,partner tollfree:yes,on_request"));
  assert.match(page.url(), /#cp=yes,partner&tollfree=on_request,yes&lang=zh-TW$/);
  const hash = new URL(page.url()).hash;
  const before = await shown(page);
  await page.reload();
  assert.deepEqual(await shown(page), before);
  assert.equal(new URL(page.url()).hash, hash);
  await page.click("#clear");
  assert.equal((await shown(page)).length, 114);
  await page.getByRole("button", { name: "方案", exact: false }).first().click();
  assert.equal(await page.locator("th[aria-sort]").count(), 1);
}));

test("compare up to six", () => withPage("page.html", "", async (page) => {
  const codes = ["TW", "JP", "US", "IN", "FR", "CN"];
  for (const code of codes) await page.locator(`tr[data-iso2=${code}] .marker`).check();
  assert.ok(await page.locator("tr[data-iso2=DE] .marker").isDisabled());
  assert.equal(await page.textContent("#announcement"), "Six are the most that can be compared.");
  await page.click("#to-compare");
  await page.waitForSelector(".compared");
  assert.match(page.url(), /#compare=TW,JP,US,IN,FR,CN$/);
  const want = json("compare", ...codes);
  const features = Object.keys(facts[0].answers);
  const rows = await page.locator(".compared tbody tr").evaluateAll((rows) => rows.map((row) => ({ differs: row.classList.contains("differs"), states: [...row.querySelectorAll("td")].map((cell) => cell.dataset.state) })));
  assert.deepEqual(rows.map((row) => row.states), features.map((feature) => codes.map((code) => facts.find((c) => c.iso2 === code).answers[feature].state)));
  const differing = json("compare", ...codes, "--diff").map((row) => row.key ?? row.feature);
  assert.ok(want.length >= differing.length);
  await page.getByLabel("Differences only").check();
  assert.equal(await page.locator(".compared tbody tr").count(), rows.filter((row) => row.differs).length);
  assert.equal(rows.filter((row) => row.differs).length, differing.length);
  await page.getByRole("button", { name: "Remove India" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".compared thead th").length === 6);
  assert.match(page.url(), /#compare=TW,JP,US,FR,CN$/);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".compared thead th").length === 7);
}));

for (const lang of langs) {
  test(`a country's part holds what show --json does, in ${lang}`, () => withPage("page.html", "#lang=" + lang, async (page) => {
    const en = lang === "en";
    for (const country of facts) {
      await page.evaluate((hash) => { location.hash = hash; }, `#country=${country.iso2}&lang=${lang}`);
      await page.waitForFunction((name) => document.querySelector("h1").firstChild.textContent === name, country.names[lang]);
      const part = await page.evaluate(() => ({
        codes: document.querySelector(".codes").textContent, dated: document.querySelector(".view-country .asof").textContent, page: document.querySelector(".source a").href,
        answers: Object.fromEntries([...document.querySelectorAll(".answer")].map((answer) => {
          const all = (selector) => [...answer.querySelectorAll(selector)].map((e) => e.firstChild.textContent);
          return [answer.dataset.feature, {
            state: answer.dataset.state, words: answer.querySelector(".state").textContent, cities: all(".cities li"), plans: [...answer.querySelectorAll(".plans tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
            conditions: all(".conditions .text"), warnings: all(".warnings .text"), later: all(".later .text"), sources: [...answer.querySelectorAll(".later a")].map((a) => a.href),
            steps: [...answer.querySelectorAll(".steps li")].map((step) => [step.textContent, step.querySelector("a")?.href]),
          }];
        })),
      }));
      const local = (url) => url?.replace("/en-us/", en ? "/en-us/" : "/zh-tw/");
      for (const code of [country.iso2, country.iso3, ...country.dial.map((d) => "+" + d)]) assert.ok(part.codes.includes(code), country.iso2);
      assert.ok(part.dated.includes(country.page.date) && part.dated.includes(country.edition));
      assert.equal(part.page, local(country.page.url));
      const seen = new Set();
      for (const [key, answer] of Object.entries(country.answers)) {
        const got = part.answers[key];
        const where = `${country.iso2} ${key}`;
        assert.equal(got.state, answer.state, where);
        if (answer.partner) assert.ok(got.words.includes(answer.partner.name), where);
        if (answer.destinations) assert.ok(got.words.includes(String(answer.destinations.stated)), where);
        const request = en ? " (on request)" : "（需申請）";
        const cities = (answer.cities || []).map((city) => (city[lang] ?? city.en) + (city.on_request ? request : ""));
        assert.deepEqual(got.cities.slice(0, cities.length), cities, where);
        assert.ok(got.cities.length <= cities.length + 1, where);
        const minutes = (n) => (n ? n.toLocaleString("en-US") : "-");
        assert.deepEqual(got.plans.map((plan) => plan.slice(1, 3)), (answer.options || []).map((o) => [minutes(o.domestic_minutes), minutes(o.international_minutes)]), where);
        assert.deepEqual(got.conditions, (answer.conditions || []).map((c) => c.text[lang]), where);
        assert.deepEqual(got.warnings.sort(), (country.warnings || []).filter((w) => w.features.includes(key)).map((w) => w.text[lang]).sort(), where);
        const later = (country.later || []).filter((n) => n.features?.includes(key));
        assert.equal(got.later.length, later.length, where);
        later.forEach((note, i) => {
          assert.ok(got.later[i].startsWith(note.date), where);
          if (!seen.has(note)) assert.ok(got.later[i].endsWith(note.text[lang]) && got.sources.includes(local(note.url)), where);
          seen.add(note);
        });
        assert.deepEqual(got.steps.map((step) => [step[0], step[1]]), (answer.next || []).map((step) => [step.text[lang], local(step.url)]), where);
      }
      assert.equal(Object.keys(part.answers).length, 14);
    }
  }));
}

test("the table has the states of show --json", () => withPage("page.html", "", async (page) => {
  const rows = Object.fromEntries(await page.locator("#rows tr").evaluateAll((rows) => rows.map((row) => [row.dataset.iso2, [...row.querySelectorAll("td")].map((cell) => cell.dataset.state)])));
  for (const country of facts) assert.deepEqual(rows[country.iso2], Object.values(country.answers).map((answer) => answer.state), country.iso2);
  for (const lang of langs) {
    await page.goto(pathToFileURL(path.join(files, "page.html")) + "#lang=" + lang);
    const order = (await shown(page)).map((code) => facts.find((c) => c.iso2 === code).slug);
    assert.deepEqual(order, voxatlas(["table", "--format", "csv", "--keys", "--only", "cp", "--lang", lang]).trim().split("\n").slice(1).map((line) => line.split(",")[1]));
  }
}));

for (const lang of langs) {
  test(`no word of the table is broken where the table is narrowest, in ${lang}`, () => withPage("page.html", "#lang=" + lang, async (page) => {
    const broken = await page.locator(".answers th, .answers td").evaluateAll((cells) => cells.filter((cell) => {
      cell.style.overflowWrap = "normal";
      return cell.scrollWidth > cell.clientWidth + 1;
    }).map((cell) => cell.innerText));
    assert.deepEqual(broken, []);
  }, { viewport: { width: 1185, height: 800 } }));
}

test("languages, steps back, keyboard", () => withPage("page.html", "", async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.fill("#query", "japan");
  await page.getByRole("link", { name: "Japan" }).click();
  await page.waitForSelector(".view-country");
  assert.equal(await page.title(), "Japan - Microsoft Teams cloud voice by country/region");
  await page.getByRole("button", { name: "繁體中文" }).press("Enter");
  assert.equal(await page.getAttribute("html", "lang"), "zh-TW");
  assert.equal(await page.textContent("h1"), "日本 Japan");
  assert.equal(await page.evaluate(() => document.activeElement.lang), "zh-TW");
  await page.goBack();
  await page.waitForSelector(".view-list");
  assert.equal(await page.inputValue("#query"), "japan");
  await page.goto(pathToFileURL(path.join(files, "page.html")) + "#services=calling_plans.minutes");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Calling Plan minutes 通話方案分鐘數");
}));

test("prints", () => withPage("page.html", "", async (page) => {
  for (const [hash, most] of [["", 9], ["#country=US", 5], ["#compare=TW,JP,US,IN,FR,CN", 3]]) {
    await page.goto(pathToFileURL(path.join(files, "page.html")) + hash);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    const pages = pdf.match(/\/Type \/Page\b/g).length;
    assert.ok(pages >= 1 && pages <= most, `${hash}: ${pages} pages`);
  }
}));

test("some countries", () => withPage("some.html", "", async (page) => {
  assert.deepEqual((await shown(page)).sort(), json("list", "--where", "region:apac cp").map((c) => c.iso2).sort());
  assert.match(await page.textContent(".where"), /region:apac cp/);
  await page.fill("#query", "法國");
  assert.match(await page.textContent("#notice"), /^France does not meet/);
}));

test("texts of a hostile edition stay texts", () => withPage("hostile.html", "#country=JP", async (page) => {
  assert.ok((await page.textContent("main")).includes("</script><img src=x onerror=alert(1)>"));
  assert.equal(await page.locator("img, iframe, main script").count(), 0);
  assert.deepEqual(await page.locator("a").evaluateAll((links) => links.map((a) => new URL(a.href).protocol).filter((p) => !["https:", "mailto:", "file:"].includes(p))), []);
}));

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [wide, phone]) {
    test(`axe finds nothing, ${colorScheme}, ${viewport.width} wide`, () => withPage("page.html", "", async (page) => {
      for (const hash of ["#cp=yes", "#lang=zh-TW&callme=needs_credits&cp=yes", "#q=xyzzy", "#country=US", "#country=IN&lang=zh-TW", "#compare=TW,JP,US,CN", "#services=", "#about="]) {
        await page.goto("about:blank");
        await page.goto(pathToFileURL(path.join(files, "page.html")) + hash);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map((v) => `${hash}: ${v.id}: ${v.nodes[0].html}: ${v.nodes[0].failureSummary}`), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${hash} is wider than the screen`);
      }
    }, { colorScheme, viewport }));
  }
}

test("axe finds nothing in the whole list", () => withPage("page.html", "", async (page) => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => axe.run());
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
}));

test("axe finds nothing in the page of a table", () => withPage("table.html", "", async (page) => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => axe.run());
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
}));
