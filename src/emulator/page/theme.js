// @ts-check

/** What the page remembers between visits: its own language and its colours. A browser that forbids storage just forgets. */
export const remembered = {
  /** @param {string} key */
  read(key) {
    try {
      return localStorage.getItem(`two-phones.${key}`);
    } catch {
      return null;
    }
  },
  /**
   * @param {string} key
   * @param {string | null} value
   */
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(`two-phones.${key}`);
      else localStorage.setItem(`two-phones.${key}`, value);
    } catch {
      // Nothing depends on it.
    }
  },
};

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** Null follows the system. */
export function rememberedTheme() {
  const theme = remembered.read('theme');
  return theme === 'dark' || theme === 'light' ? theme : null;
}

/** @param {'dark' | 'light' | null} theme */
export function isDark(theme) {
  return theme === null ? prefersDark.matches : theme === 'dark';
}

/**
 * The other colours; choosing what the system has anyway goes back to following it.
 * @param {'dark' | 'light' | null} theme
 */
export function otherTheme(theme) {
  const wanted = isDark(theme) ? 'light' : 'dark';
  const system = prefersDark.matches ? 'dark' : 'light';
  return wanted === system ? null : wanted;
}

/** @param {'dark' | 'light' | null} theme */
export function showTheme(theme) {
  remembered.write('theme', theme);
  if (theme === null) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** @returns {'nl' | 'en'} */
export function rememberedLanguage() {
  const language = remembered.read('language') ?? navigator.language.slice(0, 2);
  return language === 'en' ? 'en' : 'nl';
}
