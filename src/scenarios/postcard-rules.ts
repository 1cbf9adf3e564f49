import { faultsInAsked, remarksOnAsked } from './asked-rules.js';
import type { PostcardFile } from './postcard-file.js';
import { both, remarksOnShippedFile, remarksOnWords, type Remark } from './word-rules.js';

/** What a postcard must hold to work, how it should sound, and what is asked of those that ship. */

/** It is given in one's own words: a tap says too little to be a gift. */
const kinds: readonly string[] = ['text', 'voice', 'stem'];

export function faultsInPostcard(file: PostcardFile): readonly Remark[] {
  const { kind } = file.answer;
  return [
    ...faultsInAsked(asAsked(file), []),
    ...(kinds.includes(kind)
      ? []
      : [{ path: ['answer', 'kind'], message: `answer.kind is ${kind}; a postcard has ${kinds.join(', ')}` }]),
  ];
}

export function remarksOnPostcard(file: PostcardFile): readonly Remark[] {
  const { title, text, arrives } = file;
  return [
    ...both(title, ['title'], 'title').flatMap(remarksOnWords),
    ...both(unnamed(text), ['text'], 'question').flatMap(remarksOnWords),
    ...(arrives ? both(unnamed(arrives), ['arrives'], 'sentence').flatMap(remarksOnWords) : []),
    ...remarksOnAsked({ ...asAsked(file), text: undefined }, []),
  ];
}

export function remarksOnShippedPostcard(file: PostcardFile, path: string): readonly Remark[] {
  return remarksOnShippedFile(file, path, ['arrives', 'source', 'license', 'authors']);
}

export function asAsked({ text, examples, answer, after }: PostcardFile) {
  return { text, examples, answer, after };
}

/** The name of the other is filled in, here and in protocols alone. */
function unnamed({ nl, en }: { readonly nl: string; readonly en?: string | undefined }) {
  const without = (words: string) => words.replaceAll('{partner}', 'X');
  return { nl: without(nl), ...(en === undefined ? {} : { en: without(en) }) };
}
