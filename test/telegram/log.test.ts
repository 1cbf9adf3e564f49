import { describe, expect, it } from 'vitest';
import { readableLog } from './stage.js';

describe('the log', () => {
  const lines = (write: (log: ReturnType<typeof readableLog>['log']) => void) => {
    const { log, logged } = readableLog();
    write(log);
    return logged();
  };

  it('holds time, level, a sentence, counts and codes', () => {
    const line = lines((log) => {
      log.info({ trace: 'ab12', updates: 3, durationMs: 1.5, reason: 'network' }, 'updates came in');
    });
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      trace: 'ab12',
      updates: 3,
      reason: 'network',
      msg: 'updates came in',
    });
    expect(line).not.toMatch(/pid|hostname/);
  });

  it('hides words, names, ids and whatever else it does not know', () => {
    const line = lines((log) => {
      log.info(
        {
          text: 'geheim',
          name: 'Anne',
          chat_id: 7_000_077,
          personId: 7_000_078,
          person: 7_000_079,
          params: { text: 'geheim' },
        },
        'x',
      );
    });
    // The line has its time, in which any two digits may stand.
    expect(line).not.toMatch(/geheim|Anne|70000/);
  });

  it('keeps of an error its name, code and frames, but no message', () => {
    const broken = Object.assign(
      new TypeError('cannot read «geheim»\n    at geheim (x.js:1:1)', { cause: new Error('geheim') }),
      {
        code: 'E_BROKEN',
      },
    );
    const writes = [
      lines((log) => {
        log.error({ error: broken }, 'failed');
      }),
      lines((log) => {
        log.error(broken);
      }),
      lines((log) => {
        log.error({ err: broken });
      }),
    ];
    for (const line of writes) {
      expect(line).not.toContain('geheim');
      expect(line).toContain('TypeError');
      expect(line).toContain('E_BROKEN');
      expect(line).toContain('log.test.ts');
    }
  });

  it('drops what is interpolated', () => {
    expect(
      lines((log) => {
        log.info('hello %s', 'geheim');
      }),
    ).not.toContain('geheim');
  });
});
