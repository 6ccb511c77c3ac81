// Drives one old Chromium over pages of the site: node floor.js PUPPETEER CHROMIUM ROOT PAGE… prints one JSON value.
"use strict";
const [puppeteerAt, chromium, root, ...pages] = process.argv.slice(2);
const puppeteer = require(puppeteerAt);
const ARGS = ["--headless", "--no-sandbox", "--no-zygote", "--single-process", "--use-gl=swiftshader", "--allow-file-access-from-files"];

async function main() {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ARGS, headless: true, defaultViewport: { width: 390, height: 844 } });
  const page = await browser.newPage();
  const told = { version: await browser.version(), errors: [], pages: 0, wide: [] };
  page.on("pageerror", (error) => told.errors.push(page.url().split("/").pop() + ": " + String(error.message).split("\n")[0]));
  page.on("console", (message) => message.type() === "error" && told.errors.push(page.url().split("/").pop() + ": " + message.text()));
  for (const path of pages) {
    await page.goto(root + "/" + path, { waitUntil: "load" });
    if (await page.$eval("h1", (h1) => h1.getClientRects().length > 0)) told.pages += 1;
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) told.wide.push(path);
  }
  told.bar = await page.$eval("#xt-old", (bar) => getComputedStyle(bar).display !== "none");

  const wait = (test) => page.waitForFunction(test, { timeout: 15000 }).then((found) => found.jsonValue(), () => null);
  await page.goto(root + "/roles/index.html");
  await page.evaluate(() => {
    const field = document.querySelector("site-search input");
    field.focus();
    field.value = "怎么入党";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  told.search = await wait(() => (document.querySelector(".md-search-result__link .xt-hit__t") || {}).textContent);

  await page.goto(root + "/quiz/overview-role.html");
  await wait(() => !!document.querySelector(".xt-practice .xt-opt label"));
  told.answer = await page.evaluate(() => {
    document.querySelector(".xt-practice .xt-opt label").click();
    const button = Array.from(document.querySelectorAll("button")).find((one) => one.textContent.includes("看对错"));
    if (button) button.click();
    return (document.querySelector(".xt-verdict") || {}).textContent;
  });

  await page.goto(root + "/procedures/conversion-plan.html");
  await page.evaluate(() => {
    const field = document.querySelector("plan-page input[type='date']");
    field.value = "2026-03-10";
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  });
  told.plan = await wait(() => (document.querySelector(".xt-steps").textContent.match(/202[67]-\d\d-\d\d/) || [])[0]);

  await page.goto(root + "/documents/annual-plan.html");
  told.form = await page.evaluate(() => !!document.querySelector(".xt-doc__form:not([hidden]) input"));
  console.log(JSON.stringify(told));
  await browser.close();
}

main().then(() => process.exit(0), (error) => (console.error(error), process.exit(1)));
