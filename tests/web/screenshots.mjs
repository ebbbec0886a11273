// Pictures of every kind of page, narrow to wide, light and dark: screenshots.mjs BUILD DIR
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { arrive, openBrowser, openPage } from './browser.mjs';
import { pagesOf } from './pages.mjs';
import { collections, makeIndex, serve } from './serve.mjs';

const WIDTHS = [360, 768, 1440];
const THEMES = ['light', 'dark'];
const HEIGHT_MAX = 4000;

async function shoot(browser, server, each, width, theme, file) {
  const page = await openPage(browser, server, { width, height: width < 700 ? 780 : 900, theme });
  await arrive(page, { ...each, address: each.address.replace(/#.*/, '') });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(whole, HEIGHT_MAX) } });
  await page.context().close();
}

async function main([build, target]) {
  if (!target) throw new Error('usage: node tests/web/screenshots.mjs BUILD DIR');
  const { source, words } = Object.values(collections).reverse().find((each) => existsSync(each.source));
  const only = process.env.ONLY && new RegExp(process.env.ONLY);
  const folder = mkdtempSync(path.join(tmpdir(), 'polserve-pictures-'));
  mkdirSync(target, { recursive: true });
  const server = await serve(build, makeIndex(build, source, path.join(folder, 'index')));
  const browser = await openBrowser();
  for (const each of await pagesOf(browser, server, words)) {
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        const name = `${each.name}-${width}-${theme}.png`;
        if (!only || only.test(name)) await shoot(browser, server, each, width, theme, path.join(target, name));
      }
    }
  }
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

await main(process.argv.slice(2));
