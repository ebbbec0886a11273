// Walks through the real server in a real browser: run.mjs BUILD. ONLY=PATTERN runs some of it.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finish, skip, test } from './check.mjs';
import { chromium, openBrowser, tools } from './browser.mjs';
import { collections, makeIndex, serve } from './serve.mjs';
import { axe, axeInUse, forced, narrow } from './access.mjs';
import * as drafts from './drafts.mjs';
import * as journeys from './journeys.mjs';
import { markup } from './markup.mjs';
import { pagesOf } from './pages.mjs';
import * as quality from './quality.mjs';

async function corpus(browser, server, { words }) {
  for (const hasScript of [true, false]) await journeys.delegate(browser, server, words, hasScript);
  await journeys.quotePassage(browser, server, words);
  await journeys.elsewhere(browser, server, words);
  await journeys.suggestions(browser, server, words.slice(0, 4));
  await journeys.withoutReload(browser, server, words);
  await journeys.leavesAlone(browser, server, words);
  await journeys.slashSwitch(browser, server);
  await journeys.fallsBack(browser, server, words);
  await journeys.copying(browser, server, words);
  for (const hasScript of [true, false]) await drafts.read(browser, server, hasScript);
  await drafts.several(browser, server);
  await drafts.tooLong(browser, server);
  await drafts.copying(browser, server);
}

async function allPages(browser, server, { words }) {
  const pages = await pagesOf(browser, server, words);
  const [start, results] = pages;
  const document = pages.find(({ name }) => name === 'document');
  for (const each of pages) {
    for (const theme of ['light', 'dark']) await axe(browser, server, each, theme);
    await narrow(browser, server, each);
    await forced(browser, server, each);
    await quality.manners(browser, server, each);
  }
  for (const theme of ['light', 'dark']) await axeInUse(browser, server, results, words.slice(0, 4), theme);
  await markup(server, pages);
  for (const each of [start, results, document]) {
    await quality.weight(browser, server, each);
    await quality.speed(browser, server, each);
  }
  await quality.robots(server);
}

async function onCollection(browser, build, folder, name, body) {
  const collection = collections[name];
  if (!existsSync(collection.source)) return skip(name, 'it is not there');
  const server = await serve(build, makeIndex(build, collection.source, path.join(folder, name)));
  try {
    await body(browser, server, collection);
  } finally {
    await server.stop();
  }
}

// Without a single document there is a page, too.
async function nothing(browser, build, folder) {
  const source = path.join(folder, 'no-documents');
  mkdirSync(source);
  const server = await serve(build, makeIndex(build, source, path.join(folder, 'empty')));
  const each = { name: 'empty index', address: '/', status: 200 };
  for (const theme of ['light', 'dark']) await axe(browser, server, each, theme);
  await quality.manners(browser, server, each);
  await server.stop();
}

async function main([build]) {
  if (!build) throw new Error('usage: node tests/web/run.mjs BUILD');
  if (!chromium()) return skip('web-browser', 'there is no Chromium: scripts/install-packages --web');
  if (!existsSync(path.join(tools, 'node_modules'))) return skip('web-browser', `nothing is installed in ${tools}: scripts/install-packages --web`);
  const folder = mkdtempSync(path.join(tmpdir(), 'polserve-web-'));
  const browser = await openBrowser();
  const visit = (name, body) => onCollection(browser, build, folder, name, body);
  try {
    await visit('seeds', journeys.takeover);
    await visit('corpus', corpus);
    // The pages of a large collection; where it is not there, of the one that is ours.
    await visit(existsSync(collections.parliament.source) ? 'parliament' : 'corpus', allPages);
    await nothing(browser, build, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

// Something that is in no test's hands is a failure of its own.
await main(process.argv.slice(2)).catch((error) => test('the run', () => { throw error; }));
process.exit(finish());
