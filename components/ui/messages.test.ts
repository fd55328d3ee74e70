import { afterEach, describe, expect, it, vi } from 'vitest';
import { dismissMessage, listMessages, showMessage, subscribeToMessages } from './messages.ts';

afterEach(() => {
  for (const message of listMessages()) dismissMessage(message.id);
});

describe('messages over the page', () => {
  it('shows the newest in place of the one before', () => {
    showMessage('You follow Iran.');
    showMessage('You follow Sanctions.', { label: 'Undo', onPress: () => {} });
    expect(listMessages().map((message) => message.text)).toEqual(['You follow Sanctions.']);
    expect(listMessages()[0]?.action?.label).toBe('Undo');
  });

  it('takes away only the message that is named', () => {
    const first = showMessage('One');
    const second = showMessage('Two');
    dismissMessage(first);
    expect(listMessages().map((message) => message.id)).toEqual([second]);
    dismissMessage(second);
    expect(listMessages()).toEqual([]);
  });

  it('keeps the same list until something changes, and tells its subscribers when it does', () => {
    const listener = vi.fn();
    const unsubscribe = subscribeToMessages(listener);
    showMessage('One');
    expect(listMessages()).toBe(listMessages());
    expect(listener).toHaveBeenCalledTimes(1);
    unsubscribe();
    showMessage('Two');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
