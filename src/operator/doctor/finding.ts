export interface Finding {
  readonly state: 'fine' | 'remark' | 'bad';
  /** One sentence, or two. */
  readonly says: string;
}

export const fine = (says: string): Finding => ({ state: 'fine', says });
/** A hint that is not urgent. */
export const remark = (says: string): Finding => ({ state: 'remark', says });
/** The bot cannot run like this, or data may be lost. */
export const bad = (says: string): Finding => ({ state: 'bad', says });
