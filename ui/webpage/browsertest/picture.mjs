// Draws the pictures of the page in the READMEs: node picture.mjs PAGE FOLDER
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const lang of ["en", "zh-TW"]) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme });
    await page.goto(pathToFileURL(path.resolve(file)) + `#cp=yes,partner&lang=${lang}`);
    await page.evaluate(() => document.getElementById("filters").removeAttribute("open"));
    await page.screenshot({ path: path.join(folder, `page.${lang}.${colorScheme}.png`) });
    await page.close();
  }
}
await browser.close();
