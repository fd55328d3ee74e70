/** A short message over the page, with one thing the reader may do about it. */
export interface Message {
  id: number;
  text: string;
  action?: { label: string; onPress: () => void };
  /** What it is about; a newer message about the same takes its place. */
  about?: string;
  /** What had the focus when it was shown: where the focus goes once the message is gone. */
  from: Element | null;
}

/** How many messages with an action are kept; of more, the oldest goes. */
const MAX_WITH_ACTION = 3;

type Listener = () => void;

let nextId = 1;
let current: readonly Message[] = [];
const listeners = new Set<Listener>();

function change(messages: readonly Message[]) {
  current = messages;
  for (const listener of listeners) listener();
}

/**
 * Shows a message to the reader, in the page's `MessageRegion`. Messages with an action stand beside
 * each other, up to three, so that each can still be acted on; a message without one is replaced by
 * the next without one. `about` names what it is about, such as `follow:iran`, and replaces what was
 * said about that before. Returns its id, for `dismissMessage`. Browser only.
 */
export function showMessage(text: string, action?: Message['action'], about?: string): number {
  const id = nextId++;
  const from = typeof document === 'undefined' ? null : document.activeElement;
  const others = current.filter((message) => !isReplaced(message, action, about));
  const withAction = others.filter((message) => message.action);
  const surplus = action && withAction.length >= MAX_WITH_ACTION ? withAction[0] : undefined;
  change([
    ...others.filter((message) => message !== surplus),
    { id, text, from, ...(action && { action }), ...(about && { about }) },
  ]);
  return id;
}

function isReplaced(message: Message, action: Message['action'], about: string | undefined): boolean {
  if (about !== undefined && message.about === about) return true;
  return !message.action && !action;
}

/** Takes a message away; a message that is gone already is no error. */
export function dismissMessage(id: number): void {
  change(current.filter((message) => message.id !== id));
}

/** Takes away what was said about something that is so no longer. */
export function dismissMessagesAbout(about: string): void {
  if (current.some((message) => message.about === about))
    change(current.filter((message) => message.about !== about));
}

/** For `useSyncExternalStore`. */
export function subscribeToMessages(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The messages to show now, the newest last; the same array until something changes. */
export function listMessages(): readonly Message[] {
  return current;
}
