// axe-core on every kind of page, in every theme, and what it does not measure: sideways
// scrolling, sizes of targets and the focus that can be seen.
import { readFileSync } from 'node:fs';
import { assert, test } from './check.mjs';
import { arrive, openPage, required, scrollsSideways } from './browser.mjs';

const TARGET_MIN = 24;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

function describe(violations) {
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 4).map((node) => `    ${node.target} ${node.failureSummary.replace(/\s+/g, ' ')}`).join('\n')}`).join('\n');
}

async function visit(browser, server, options, each, body) {
  const page = await openPage(browser, server, options);
  page.expectedStatus.add(each.status);
  const answer = await arrive(page, each);
  assert.equal(answer.status(), each.status, `${each.address} answers ${answer.status()}`);
  await body(page);
  assert.deepEqual(page.complaints, [], `${each.address} complains or asks elsewhere`);
  await page.context().close();
}

// Everything that can be opened is open: what is inside is looked at too.
const openAll = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));

async function complaintsOf(page) {
  // By the debugger, so that the page's own policy stays as it is.
  await page.evaluate(readFileSync(required().resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations, passes } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'passes'] }), RULES);
  assert.ok(passes.length > 15, `only ${passes.length} rules were applied`);
  assert.equal(violations.length, 0, describe(violations));
}

export function axe(browser, server, each, theme) {
  return test(`axe: ${each.name}, ${theme}`, () => visit(browser, server, { theme }, each, async (page) => {
    await openAll(page);
    await complaintsOf(page);
  }));
}

// While suggestions are shown, and after a filter was taken from the page without a reload.
export function axeInUse(browser, server, each, typed, theme) {
  return test(`axe: ${each.name} in use, ${theme}`, () => visit(browser, server, { theme }, each, async (page) => {
    await page.locator('.facet a').first().click();
    await page.waitForURL(/&/);
    await page.waitForFunction(() => !document.querySelector('main[aria-busy]'));
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially(typed);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await complaintsOf(page);
  }));
}

// Width 320 is also what 1280 is at 400%.
export function narrow(browser, server, each) {
  return test(`320 px: ${each.name}`, () => visit(browser, server, { width: 320, height: 256, javaScriptEnabled: false }, each, async (page) => {
    await openAll(page);
    assert.equal(await scrollsSideways(page), false, 'it scrolls sideways');
    const small = await page.evaluate((least) => {
      const inText = (node) => node.matches('p a, li a, dd a, td a') && getComputedStyle(node).display === 'inline';
      return [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
        .filter((node) => node.checkVisibility() && !node.closest('.skip') && !inText(node))
        .map((node) => [node, node.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.height < least - 0.5 || box.width < least - 0.5))
        .map(([node, box]) => `${node.tagName} ‘${node.textContent.trim().slice(0, 40)}’ ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }, TARGET_MIN);
    assert.deepEqual(small, [], 'targets below 24 px');
  }));
}

// Forced colours, larger text and wide spacing (WCAG 1.4.12) lose nothing.
export function forced(browser, server, each) {
  return test(`forced colours and wide text: ${each.name}`, () => visit(browser, server, { forcedColors: 'active', width: 400 }, each, async (page) => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
      document.adoptedStyleSheets = [sheet];
    });
    assert.equal(await scrollsSideways(page), false, 'it scrolls sideways');
    const cut = await page.evaluate(() => [...document.querySelectorAll('main *')]
      .filter((node) => node.checkVisibility() && node.clientWidth > 1)
      .filter((node) => ['hidden', 'clip'].includes(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight + 1)
      .map((node) => `${node.tagName}.${node.className}`));
    assert.deepEqual(cut, [], 'text is cut off');
    const unseen = await page.evaluate(() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
      .filter((node) => node.checkVisibility() && !node.closest('.skip')).slice(0, 25)
      .filter((node) => {
        node.focus({ focusVisible: true });
        const style = getComputedStyle(node);
        return parseFloat(style.outlineWidth) < 2 || style.outlineStyle === 'none';
      }).map((node) => `${node.tagName} ‘${node.textContent.trim().slice(0, 40)}’`));
    assert.deepEqual(unseen, [], 'the focus cannot be seen');
  }));
}
