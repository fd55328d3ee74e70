const ACTIONS: Record<string, string> = {
  'topic.create': 'Topic created',
  'topic.rename': 'Topic renamed',
  'topic.edit': 'Topic edited',
  'topic.move': 'Topic moved',
  'topic.retire': 'Topic retired',
  'topic.restore': 'Topic restored',
  'topic.merge': 'Topic merged',
  'article.retag': 'Article retagged',
  'article.follow-file': 'Article’s topics left to its file',
  'merge.undo': 'Merge undone',
  'person.role': 'Role changed',
};

const FIELDS: Record<string, string> = {
  slug: 'Address',
  aliases: 'Other names',
  parent: 'Stands under',
  wikidataId: 'Wikidata',
  mediaTopicId: 'IPTC media topic',
  isRetired: 'Retired',
  into: 'Merged into',
  merge: 'Merge number',
};

/** An action as people read it; one this list does not know is taken apart. */
export function actionName(action: string): string {
  return ACTIONS[action] ?? capital(action.replace('.', ': ').replaceAll('-', ' '));
}

/** A field of an entry as people read it. */
export function fieldName(field: string): string {
  return FIELDS[field] ?? capital(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
