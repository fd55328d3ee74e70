'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './icons.tsx';
import styles from './message-region.module.css';
import { dismissMessage, listMessages, type Message, subscribeToMessages } from './messages.ts';

/** Long enough to read and to reach Undo; the clock stands still while the message is pointed at or focused. */
const SHOWN_MS = 8_000;
const NONE: readonly Message[] = [];

/** Where `showMessage` shows. Once per page, in the layout. Announced politely. */
export function MessageRegion() {
  const messages = useSyncExternalStore(subscribeToMessages, listMessages, () => NONE);
  const [isHeld, setIsHeld] = useState(false);
  const newest = messages.at(-1);

  useEffect(() => {
    if (!newest || isHeld) return;
    const timer = setTimeout(() => dismissMessage(newest.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [newest, isHeld]);

  return (
    <div
      role="status"
      className={`${styles.region} no-print`}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      {messages.map((message) => (
        <div key={message.id} className={styles.message}>
          <p className={styles.text}>{message.text}</p>
          {message.action ? <MessageAction message={message} action={message.action} /> : null}
          <IconButton
            label="Dismiss"
            icon={<CloseIcon size={16} />}
            onClick={() => dismissMessage(message.id)}
          />
        </div>
      ))}
    </div>
  );
}

function MessageAction({ message, action }: { message: Message; action: NonNullable<Message['action']> }) {
  const press = () => {
    dismissMessage(message.id);
    action.onPress();
  };
  return (
    <Button variant="quiet" size="small" className={styles.action} onClick={press}>
      {action.label}
    </Button>
  );
}
