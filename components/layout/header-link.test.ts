import { expect, test } from 'vitest';
import { currentState } from './header-link.tsx';

test('a link is current on its own page, and on pages beneath it in a weaker way', () => {
  expect(currentState('/topic/world', '/topic/world')).toBe('page');
  expect(currentState('/topic/world', '/topic/world/before/99-1')).toBe('true');
  expect(currentState('/following', '/following/manage')).toBe('true');
});

test('a link is not current on pages whose address only begins alike', () => {
  expect(currentState('/topic/world', '/topic/world-health-organization')).toBeUndefined();
  expect(currentState('/', '/topic/world')).toBeUndefined();
});

test('pages with a rewritten address are known by the path the server renders them for', () => {
  expect(currentState('/', '/front/today')).toBe('page');
  expect(currentState('/topics', '/directory/all')).toBe('page');
});
