import { describe, expect, test } from 'vitest';
import { needs } from '../../src/core/needs.js';

describe('what a command needs loaded', () => {
  test('is the code it carries, the house for its link, the book for an export', () => {
    expect(needs({ type: 'openHouse' })).toEqual({ code: null, ownerCouple: true, book: 'none' });
    expect(needs({ type: 'exportData' })).toEqual({ code: null, ownerCouple: false, book: 'own' });
    expect(needs({ type: 'start', sender: { name: 'Anne' }, code: '7K3F' })).toEqual({
      code: '7K3F',
      ownerCouple: false,
      book: 'none',
    });
  });
});
