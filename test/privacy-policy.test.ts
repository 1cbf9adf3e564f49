import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/privacy-policy.js';

const about = { OPERATOR_NAME: 'Sanne & Co', OPERATOR_CONTACT: 'sanne@example.org' };

describe('the privacy policy', () => {
  const [nl = '', en = ''] = readPolicy(about).split('# Privacy policy');

  it('names the operator and how to reach them in both languages, and leaves no place open', () => {
    for (const text of [nl, en]) {
      expect(text).toContain('**Sanne & Co**');
      expect(text).toContain('sanne@example.org');
      expect(text).not.toMatch(/[{}]|<!--/);
    }
    expect(readPolicy({ ...about, OPERATOR_CONTACT: null })).not.toMatch(/[{}]|null/);
  });

  it('says the same numbers in both', () => {
    const numbersIn = (text: string) => text.match(/\d+/g)?.toSorted() ?? [];
    expect(numbersIn(nl)).toEqual(numbersIn(en));
    for (const days of [7, 14, 15, 30, 90, 365]) expect(nl).toMatch(new RegExp(`\\b${String(days)}\\b`));
  });
});
