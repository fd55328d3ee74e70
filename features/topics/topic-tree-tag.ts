/** The cache tag of every page that shows names or places of topics: it expires when editors change one. */
export const TOPIC_TREE_TAG = 'topic-tree';
