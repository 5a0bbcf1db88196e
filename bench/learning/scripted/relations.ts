/** What simulated users and those they write to have to do with each other. */
export const relations = ['colleague', 'client', 'lawyer', 'family', 'friend', 'supplier'] as const;
export type Relation = (typeof relations)[number];
