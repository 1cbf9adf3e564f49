/** What every drawing has in common: its side, its font and its two colours. */

export const pictureSide = 1080;
export const pictureFont = 'Noto Sans';
export const [paper, ink] = ['#fbf8f2', '#182630'];

export const round = (value: number) => Math.round(value * 10) / 10;

export const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
