// Draws the picture of the page in the READMEs: node picture.mjs PAGE PICTURE
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, picture] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await page.goto(pathToFileURL(path.resolve(file)) + "#cp=yes,partner&lang=zh-TW");
await page.evaluate(() => document.getElementById("filters").removeAttribute("open"));
await page.screenshot({ path: picture });
await browser.close();
