import type { MeDto } from './me.dto.ts';

/**
 * What a visitor without a session gets, without asking the server. Apart from the schemas, which
 * would bring their library to every reader's browser.
 */
export const VISITOR: MeDto = {
  ...{ user: null, followedTopics: [], mutedTopics: [], snoozedTopics: [], newCount: 0 },
};
