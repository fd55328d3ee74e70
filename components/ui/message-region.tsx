'use client';

import { type MouseEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './icons.tsx';
import styles from './message-region.module.css';
import { dismissMessage, listMessages, type Message, subscribeToMessages } from './messages.ts';

/** Long enough to read and to reach Undo; the clocks stand still while a message is pointed at or focused. */
const SHOWN_MS = 8_000;
const NONE: readonly Message[] = [];

/**
 * Where `showMessage` shows, the newest nearest to the edge. Once per page, in the layout. Announced
 * politely, each by itself.
 */
export function MessageRegion() {
  const messages = useSyncExternalStore(subscribeToMessages, listMessages, () => NONE);
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  // What holds the clocks may vanish with its message, and then never says that it has left.
  if (messages.length === 0 && isPointedAt) setIsPointedAt(false);
  if (messages.length === 0 && isFocused) setIsFocused(false);
  return (
    <div
      role="status"
      aria-atomic="false"
      className={`${styles.region} no-print`}
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onFocus={() => setIsFocused(true)}
      onBlur={() => setIsFocused(false)}
    >
      {messages.map((message) => (
        <MessageView key={message.id} message={message} isHeld={isPointedAt || isFocused} />
      ))}
    </div>
  );
}

function MessageView({ message, isHeld }: { message: Message; isHeld: boolean }) {
  const { id, action } = message;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissMessage(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld]);

  /** Takes the message away, does what was asked, and gives the focus back: it would fall to nothing. */
  const leave = (event: MouseEvent, act?: () => void) => {
    const hadFocus = event.currentTarget === document.activeElement;
    dismissMessage(id);
    act?.();
    // Scrolled to only for a key: a pointer is where the reader looks already.
    if (hadFocus) giveFocusBack(message.from, { preventScroll: event.detail > 0 });
  };
  return (
    <div className={styles.message}>
      <p className={styles.text}>{message.text}</p>
      {action ? (
        <Button
          variant="quiet"
          size="small"
          className={styles.action}
          onClick={(event) => leave(event, action.onPress)}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label="Dismiss" icon={<CloseIcon size={16} />} onClick={leave} />
    </div>
  );
}

/** To what had it when the message came, if that is still there; else to the content of the page. */
function giveFocusBack(from: Element | null, options: FocusOptions): void {
  const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
  const place = isThere ? from : document.getElementById('main');
  place?.focus(options);
}
