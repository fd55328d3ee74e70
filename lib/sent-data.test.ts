import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sentWithPage } from './sent-data.ts';

const NEWER = { name: 'newer' };

describe('data that the server sent with a page', () => {
  const client = new QueryClient();
  const fetchNewer = vi.fn(async () => NEWER);

  beforeEach(() => {
    vi.useFakeTimers();
    client.mount();
  });
  afterEach(() => {
    client.unmount();
    client.clear();
    fetchNewer.mockClear();
    focusManager.setFocused(undefined);
    vi.useRealTimers();
  });

  /** Shows the page and leaves it again once what it asks for is there. Returns how often it asked. */
  async function show(page: { name: string }, meanwhile?: () => unknown): Promise<number> {
    const before = fetchNewer.mock.calls.length;
    const observer = new QueryObserver<{ name: string }>(client, {
      queryKey: ['list'],
      queryFn: fetchNewer,
      initialData: page,
      ...sentWithPage(page),
    });
    const leave = observer.subscribe(() => undefined);
    meanwhile?.();
    await vi.advanceTimersByTimeAsync(1_000);
    leave();
    return fetchNewer.mock.calls.length - before;
  }

  it('is not asked for again at once', async () => {
    expect(await show({ name: 'sent' })).toBe(0);
  });

  it('is asked for again when the window is come back to, however soon', async () => {
    const comeBack = () => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    };
    expect(await show({ name: 'sent' }, comeBack)).toBe(1);
  });

  it('is asked for again once something has changed it', async () => {
    const sent = { name: 'sent' };
    expect(await show(sent, () => client.invalidateQueries({ queryKey: ['list'] }))).toBe(1);
    await client.invalidateQueries({ queryKey: ['list'] });
    expect(await show(sent)).toBe(1);
  });

  it('is asked for again when the same page is shown much later, kept or not', async () => {
    const sent = { name: 'sent' };
    await show(sent);
    await vi.advanceTimersByTimeAsync(60_000);
    client.clear();
    expect(await show(sent)).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await show(sent)).toBe(1);
  });

  it('does not let what an earlier visit left pass for the newest', async () => {
    await show({ name: 'sent' });
    expect(await show({ name: 'sent later' })).toBe(1);
  });
});
