import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  dismissMessage,
  dismissMessagesAbout,
  listMessages,
  showMessage,
  subscribeToMessages,
} from './messages.ts';

afterEach(() => {
  for (const message of listMessages()) dismissMessage(message.id);
});

const undo = (onPress = () => {}) => ({ label: 'Undo', onPress });
const texts = () => listMessages().map((message) => message.text);

describe('messages over the page', () => {
  it('shows a plain message in place of the plain one before', () => {
    showMessage('Link copied.');
    showMessage('Your name is saved.');
    expect(texts()).toEqual(['Your name is saved.']);
  });

  it('keeps what can be undone when something else is said, in the order it happened', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    showMessage('You no longer follow Iran.', undo(first));
    showMessage('You no longer follow Space.', undo(second));
    showMessage('Link copied.');
    expect(texts()).toEqual(['You no longer follow Iran.', 'You no longer follow Space.', 'Link copied.']);
    listMessages()[0]?.action?.onPress();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
  });

  it('keeps three that can be undone; the fourth takes the place of the oldest, and no plain one is lost to it', () => {
    showMessage('Could not follow Mars.');
    for (const name of ['One', 'Two', 'Three', 'Four']) showMessage(name, undo());
    expect(texts()).toEqual(['Could not follow Mars.', 'Two', 'Three', 'Four']);
  });

  it('says one thing about one matter: the newest', () => {
    showMessage('You no longer follow Iran.', undo(), 'follow:iran');
    showMessage('You no longer follow Space.', undo(), 'follow:space');
    showMessage('You no longer follow Iran.', undo(), 'follow:iran');
    expect(texts()).toEqual(['You no longer follow Space.', 'You no longer follow Iran.']);
    showMessage('Could not unfollow Iran.', undefined, 'follow:iran');
    expect(texts()).toEqual(['You no longer follow Space.', 'Could not unfollow Iran.']);
  });

  it('takes back what is so no longer, and tells nobody when there was nothing to take back', () => {
    showMessage('You no longer follow Iran.', undo(), 'follow:iran');
    showMessage('You no longer follow Space.', undo(), 'follow:space');
    dismissMessagesAbout('follow:iran');
    expect(texts()).toEqual(['You no longer follow Space.']);
    const listener = vi.fn();
    const unsubscribe = subscribeToMessages(listener);
    dismissMessagesAbout('follow:iran');
    expect(listener).not.toHaveBeenCalled();
    unsubscribe();
  });

  it('takes away only the message that is named', () => {
    const first = showMessage('One', undo());
    const second = showMessage('Two', undo());
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
