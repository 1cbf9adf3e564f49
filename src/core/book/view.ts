/** Which pages somebody leafs through. */
export type View = 'all' | 'kept';
