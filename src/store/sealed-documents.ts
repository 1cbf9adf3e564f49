import { readDocument, writeDocument, type Format } from './documents.js';
import type { KeyId, Vault } from './keys.js';
import { RecentMap } from './recent-map.js';
import { seal, unseal } from './seal.js';

/** Documents to and from sealed bytes, keeping those of late: a person who is writing is read again at every message. */
export interface SealedDocuments {
  read<Document extends object>(format: Format<Document>, keyId: KeyId, place: string, sealed: Buffer): Document;
  write<Document extends object>(format: Format<Document>, keyId: KeyId, place: string, document: Document): Buffer;
  forget(place: string): void;
}

/**
 * A kept document counts only while the row holds the very bytes it was read from or written as. Each sealing draws its own
 * nonce, so bytes that are equal hold the same, whatever was rolled back in between.
 */
export function sealedDocuments(vault: Vault, capacity: number): SealedDocuments {
  const recent = new RecentMap<string, { readonly sealed: Buffer; readonly document: object }>(capacity);
  return {
    read<Document extends object>(format: Format<Document>, keyId: KeyId, place: string, sealed: Buffer) {
      const kept = recent.get(place);
      if (kept?.sealed.equals(sealed) === true) return kept.document as Document;
      const document = readDocument(format, unseal(vault.get(keyId), place, sealed));
      recent.set(place, { sealed, document });
      return document;
    },
    write(format, keyId, place, document) {
      const written = writeDocument(format, document);
      const sealed = seal(vault.get(keyId), place, written.bytes);
      recent.set(place, { sealed, document: written.document });
      return sealed;
    },
    forget(place) {
      recent.delete(place);
    },
  };
}
