/**
 * The reader's id in a statement, as its $1. A sub-select, which the planner takes for unknown: were the value
 * open to it, it would plan anew for each reader wherever that looks cheaper, and in the statements that every
 * page of a reader asks planning takes longer than the rest.
 */
export const READER = '(select $1::uuid)';
