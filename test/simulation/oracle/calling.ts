/** What begins a breather, or may. */

const words = /^\/?(?:adempauze|pauze|breather|break)$/i;
const buttons: readonly string[] = ['callBreather', 'askBreather', 'beginBreather'];

export function isCall(text: string | null, pressed: { readonly name: string } | null): boolean {
  return (text !== null && words.test(text)) || (pressed !== null && buttons.includes(pressed.name));
}
