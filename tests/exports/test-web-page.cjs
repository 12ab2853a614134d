// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Jilin Atlas authors

// Opens exported web pages in Chromium, and prints TAP. build-aux/check-web-page runs it.
//
//     test-web-page.cjs PROGRAM DATASET [PICTURES]

"use strict";
const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [program, dataset, pictures] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "atlas-web-page-"));
const CODES = ["zh", "en", "ko"];
const ATTACK = "\"'><script>document.title=1</script><img src=x onerror=document.title=1>]]>&amp;";

// A dataset each of whose texts tries to become markup.
function makeHostile() {
  const data = JSON.parse(fs.readFileSync(dataset, "utf8"));
  const attack = value => {
    if (value === null || typeof value !== "object") return;
    for (const [key, member] of Object.entries(value))
      if (typeof member === "string" && CODES.includes(key)) value[key] = member.slice(0, 12) + ATTACK;
      else attack(member);
  };
  attack(data);
  const file = path.join(folder, "hostile.json");
  fs.writeFileSync(file, JSON.stringify(data));
  return file;
}

const PAGES = [
  { name: "province", options: ["--language", "zh_CN"], shown: "zh" },
  { name: "city", options: ["--scope", "siping", "--language", "en"], shown: "en" },
  { name: "comparison", options: ["--scope", "baicheng,songyuan", "--language", "ko"], shown: "ko" },
  { name: "moment", options: ["--until", "2019", "--language", "zh_CN"], shown: "zh" },
  { name: "hostile", options: ["--scope", "siping"], shown: "en", hostile: true },
];

function write({ name, options, hostile }) {
  const file = path.join(folder, name + ".html");
  execFileSync(program, ["--export", file, ...options, hostile ? makeHostile() : dataset],
               { env: { ...process.env, LANGUAGE: "en", LC_ALL: "C.UTF-8", GSETTINGS_BACKEND: "memory" } });
  return pathToFileURL(file).href;
}

// Opens a page; everything that it asks for or complains of is a fault.
async function open(browser, address, { dark = false, width = 1280, script = true } = {}) {
  const page = await browser.newPage();
  page.faults = [];
  await page.setViewport({ width, height: 900, deviceScaleFactor: width < 500 ? 2 : 1 });
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" },
                                   { name: "prefers-reduced-motion", value: "reduce" }]);
  page.on("console", message => page.faults.push(message.text()));
  page.on("pageerror", error => page.faults.push(String(error)));
  page.on("request", request => {
    if (request.url().split("#")[0] !== address) page.faults.push("request for " + request.url());
  });
  await page.goto(address, { waitUntil: "load" });
  return page;
}

const getShown = page => page.evaluate(() =>
  [...document.querySelectorAll("article")].filter(article => article.offsetHeight > 0).map(article => article.id));

async function examine(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  const bad = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepStrictEqual(bad.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0].html.slice(0, 200)}`), []);
}

// The beginning of the page.
async function takePicture(page, name, code, dark) {
  const { width } = page.viewport();
  if (pictures)
    await page.screenshot({ path: path.join(pictures, `${name}-${code}${dark ? "-dark" : ""}.png`),
                            clip: { x: 0, y: 0, width, height: 1800 } });
}

const CHECKS = {
  async "is quiet and accessible in each language and style"(browser, address, { shown, name }) {
    for (const dark of [false, true]) {
      const page = await open(browser, address, { dark });
      assert.deepStrictEqual(await getShown(page), [shown]);
      for (const code of CODES) {
        await page.click(`label[for=show-${code}]`);
        assert.deepStrictEqual(await getShown(page), [code]);
        if (!dark || code === shown) await examine(page);
        await takePicture(page, name, code, dark);
      }
      assert.notStrictEqual(await page.title(), "1");
      assert.deepStrictEqual(page.faults, []);
      await page.close();
    }
  },
  async "has unique ids, and each link leads somewhere"(browser, address) {
    const page = await open(browser, address);
    const { twice, lost, outside } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
      const links = [...document.querySelectorAll("a")].map(link => link.getAttribute("href"));
      const used = [...document.querySelectorAll("[clip-path], [mask], use")].map(element =>
        element.getAttribute("href") || element.getAttribute("xlink:href") || "#" +
        /#(.*)\)/.exec(element.getAttribute("clip-path") || element.getAttribute("mask"))[1]);
      return {
        twice: ids.filter((id, i) => ids.indexOf(id) !== i),
        lost: [...links, ...used].filter(link => link.startsWith("#") && !document.getElementById(link.slice(1))),
        outside: links.filter(link => !/^(#|https?:)/.test(link)),
      };
    });
    assert.deepStrictEqual({ twice, lost, outside }, { twice: [], lost: [], outside: [] });
    await page.close();
  },
  async "fits a narrow screen"(browser, address, { name }) {
    for (const dark of [false, true]) {
      const page = await open(browser, address, { dark, width: 390 });
      for (const code of CODES) {
        await page.click(`label[for=show-${code}]`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
        await takePicture(page, name + "-390", code, dark);
      }
      if (!dark) await examine(page);
      await page.close();
    }
  },
  async "works without scripts"(browser, address, { shown }) {
    const page = await open(browser, address, { script: false });
    assert.deepStrictEqual(await getShown(page), [shown]);
    await page.click("label[for=show-ko]");
    assert.deepStrictEqual(await getShown(page), ["ko"]);
    await page.close();
  },
  async "prints only the language that it shows"(browser, address, { shown, name }) {
    const page = await open(browser, address, { dark: true });
    const pdf = await page.pdf({ format: "A4", printBackground: true });
    assert.strictEqual(Buffer.from(pdf).subarray(0, 4).toString(), "%PDF");
    const file = path.join(pictures || folder, name + ".pdf");
    fs.writeFileSync(file, pdf);
    const text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
    assert.strictEqual(/[가-힣]{2}/.test(text), shown === "ko");
    await page.close();
  },
  async "leads from the map to a row, and back"(browser, address, { hostile }) {
    const page = await open(browser, address);
    const code = (await getShown(page))[0];
    const link = await page.evaluate(code => {
      const link = document.querySelector(`#${code} .map a.link`) || document.querySelector(`#${code} .map a`);
      link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
      return { href: link.getAttribute("href"), id: link.dataset.id.split(" ")[0] };
    }, code);
    assert.strictEqual(await page.evaluate(() => document.querySelector(".card").hidden), false);
    assert.ok(await page.evaluate(({ href }) => document.querySelector(href).classList.contains("lit"), link));
    await page.evaluate(({ code, href }) => document.querySelector(`#${code} .map a[href="${href}"]`).focus(),
                        { code, ...link });
    await page.keyboard.press("Enter");
    assert.strictEqual(await page.evaluate(() => decodeURIComponent(location.hash)), link.href);
    assert.ok(await page.evaluate(({ href }) => document.querySelector(href).matches(":target"), link));
    if (!hostile) assert.deepStrictEqual(page.faults, []);
    await page.close();
  },
  async "sorts, and unsorts"(browser, address, { name }) {
    if (name !== "province") return;
    const page = await open(browser, address);
    const read = () => page.evaluate(() => [...document.querySelector("#zh table:has(thead) tbody:last-of-type").rows].map(row => row.textContent));
    const button = "#zh table:has(thead) thead button";
    const before = await read();
    await page.click(button);
    const up = await read();
    await page.click(button);
    const down = await read();
    await page.click(button);
    assert.notDeepStrictEqual(up, down);
    assert.deepStrictEqual(await read(), before);
    await page.close();
  },
};

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  let n = 0, failed = 0;
  console.log(`1..${PAGES.length * Object.keys(CHECKS).length}`);
  for (const kind of PAGES) {
    const address = write(kind);
    for (const [name, check] of Object.entries(CHECKS)) {
      try {
        await check(browser, address, kind);
        console.log(`ok ${++n} ${kind.name}: ${name}`);
      } catch (error) {
        failed++;
        console.log(`not ok ${++n} ${kind.name}: ${name}`);
        console.log(String(error.stack).replace(/^/gm, "# "));
      }
    }
  }
  await browser.close();
  fs.rmSync(folder, { recursive: true });
  process.exitCode = failed ? 1 : 0;
})();
