/** A short message over the page, with one thing the reader may do about it. */
export interface Message {
  id: number;
  text: string;
  action?: { label: string; onPress: () => void };
}

type Listener = () => void;

let nextId = 1;
let current: readonly Message[] = [];
const listeners = new Set<Listener>();

function change(messages: readonly Message[]) {
  current = messages;
  for (const listener of listeners) listener();
}

/**
 * Shows a message to the reader, in the page's `MessageRegion`. The newest replaces the one before.
 * Returns its id, for `dismissMessage`. Browser only.
 */
export function showMessage(text: string, action?: Message['action']): number {
  const id = nextId++;
  change([action ? { id, text, action } : { id, text }]);
  return id;
}

/** Takes a message away; a message that is gone already is no error. */
export function dismissMessage(id: number): void {
  change(current.filter((message) => message.id !== id));
}

/** For `useSyncExternalStore`. */
export function subscribeToMessages(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The messages to show now; the same array until something changes. */
export function listMessages(): readonly Message[] {
  return current;
}
