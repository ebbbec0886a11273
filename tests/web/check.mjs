// Named tests, one after another: what failed and why, and a closing line.
import assert from 'node:assert/strict';

export { assert };

const results = { passed: 0, failed: 0, skipped: 0 };
const only = process.env.ONLY && new RegExp(process.env.ONLY);

export async function test(name, body) {
  if (only && !only.test(name)) return;
  const start = Date.now();
  try {
    await body();
    results.passed++;
    console.log(`ok   ${name} (${Date.now() - start} ms)`);
  } catch (error) {
    results.failed++;
    console.log(`FAIL ${name}: ${error.stack ?? error}`);
  }
}

export function skip(name, why) {
  results.skipped++;
  console.log(`skip: ${name}: ${why}`);
}

export const note = (words) => console.log(`     ${words}`);

// 77 tells ctest that nothing could be tested.
export function finish() {
  console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
  if (results.failed) return 1;
  return results.passed ? 0 : 77;
}
