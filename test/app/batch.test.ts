import { describe, expect, test } from 'vitest';
import { firstSize, nextSize } from '../../src/app/batch.js';

describe('how many couples are woken at once', () => {
  test.each([
    { size: 12, tookMs: 2, next: 24, why: 'it went fast' },
    { size: 24, tookMs: 8, next: 24, why: 'it took as long as it may' },
    { size: 24, tookMs: 30, next: 12, why: 'others had to wait' },
    { size: 64, tookMs: 0, next: 64, why: 'there is an upper limit' },
    { size: 8, tookMs: 500, next: 8, why: 'and a lower one' },
  ])('$size after $tookMs ms become $next: $why', ({ size, tookMs, next }) => {
    expect(nextSize(size, tookMs)).toBe(next);
  });

  test('where each takes the same, the size comes to rest', () => {
    let size = firstSize;
    for (let batch = 0; batch < 10; batch += 1) size = nextSize(size, size * 0.4);
    expect(nextSize(size, size * 0.4)).toBe(size);
  });
});
