// Debian's Chromium, and what assistive technology is told of a page.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './serve.mjs';

// Installed by scripts/install-packages --web.
export const tools = path.resolve(process.env.POLSEARCH_WEB_TOOLS ?? path.join(root, 'build', 'web-tools'));
export const required = () => createRequire(path.join(tools, 'package.json'));

export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

export const chromium = () => process.env.CHROMIUM ?? findProgram('chromium', 'chromium-browser');

export async function openBrowser() {
  const { chromium: kind } = required()('playwright-core');
  return kind.launch({
    executablePath: chromium(),
    args: [
      // Its own sandbox does not work for root, who runs the tests in containers.
      ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
      // Nothing but this machine is there for it.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--disable-background-networking', '--disable-component-update', '--no-first-run',
    ],
  });
}

// A page that knows no other, which writes down all that it should not do.
export async function openPage(browser, server, options = {}) {
  const { width = 1280, height = 900, theme = 'light', ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, baseURL: server.url, ...rest });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  page.complaints = [];
  page.expectedStatus = new Set();
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && origin !== server.url) page.complaints.push(`asks for ${request.url()}`);
  });
  page.on('console', (message) => {
    // Chromium reports the status of every page that is an error, which some here are on purpose.
    const isStatus = /Failed to load resource.*status of (\d+)/.exec(message.text());
    if (isStatus && page.expectedStatus.has(Number(isStatus[1]))) return;
    if (['error', 'warning'].includes(message.type())) page.complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => page.complaints.push(`script: ${error.message}`));
  page.devtools = await context.newCDPSession(page);
  return page;
}

// To a page; to the answer to a draft by typing it and sending it, as people do.
export async function arrive(page, { address, draft, years = {} }) {
  const answer = await page.goto(address);
  if (draft === undefined) return answer;
  await page.locator('#draft').fill(draft);
  for (const [name, value] of Object.entries(years)) await page.locator(`#${name}`).fill(value);
  const [sent] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Check this draft' }).click(),
  ]);
  await page.waitForLoadState('load');
  return sent;
}

// --- what assistive technology is told: Chromium's own accessibility tree, without scripts

const properties = (node) => Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));

export async function tree(page) {
  const { nodes } = await page.devtools.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inside = (node) => (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
  const words = (node) => (node.role?.value === 'StaticText' ? node.name?.value ?? '' : inside(node).map(words).join(''));
  return nodes.filter((node) => !node.ignored).map((node) => ({
    role: node.role?.value ?? '',
    name: (node.name?.value ?? '').replace(/\s+/g, ' ').trim(),
    value: node.value?.value,
    text: words(node).replace(/\s+/g, ' ').trim(),
    ...properties(node),
  }));
}

export async function nodesOf(page, role, name = /^/) {
  const isMeant = typeof name === 'string' ? (said) => said === name : (said) => name.test(said);
  return (await tree(page)).filter((node) => node.role === role && isMeant(node.name));
}

export const focused = async (page) => (await tree(page)).filter((node) => node.focused && node.role !== 'RootWebArea').at(-1);

const STEPS_MAX = 150;

// From where the focus is, by the Tab key alone.
export async function tabTo(page, role, name) {
  const isMeant = typeof name === 'string' ? (said) => said === name : (said) => name.test(said);
  const passed = [];
  for (let step = 0; step < STEPS_MAX; step++) {
    await page.keyboard.press('Tab');
    const node = await focused(page);
    if (node?.role === role && isMeant(node.name)) return node;
    passed.push(`${node?.role} ‘${node?.name}’`);
  }
  throw new Error(`the Tab key does not lead to ${role} ${name}, but to ${passed.slice(0, 20).join(', ')} ...`);
}

export const scrollsSideways = (page) => page.evaluate(() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth);
