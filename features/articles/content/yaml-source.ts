import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Mistake } from './mistakes.ts';

/** A piece of YAML as plain values, and where each of them stands in its file. */
export type YamlSource = {
  file: string;
  value: unknown;
  /** The line of the key or list item at `path`, or of the nearest thing around it that exists. */
  lineOf(path: readonly PropertyKey[]): number;
};

/**
 * Parses YAML 1.2 (core schema, so dates stay text) whose first line is line `firstLine` of `file`.
 * Syntax errors, repeated keys and unknown tags are added to `mistakes`, and null is returned.
 */
export function parseYaml(
  text: string,
  file: string,
  firstLine: number,
  mistakes: Mistake[],
): YamlSource | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
  });
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, lines.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings];
  for (const problem of problems) {
    mistakes.push({
      file,
      line: lineAt(problem.pos[0]),
      message: `broken YAML: ${firstSentence(problem.message)}`,
    });
  }
  if (problems.length > 0) return null;

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    mistakes.push({
      file,
      line: firstLine,
      message: `broken YAML: ${firstSentence((error as Error).message)}`,
    });
    return null;
  }
  const offsetOf = (path: readonly PropertyKey[]) => {
    let node: Node | null | undefined = document.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      const found = child(node, step);
      if (!found) break;
      offset = found.offset ?? offset;
      node = found.node;
    }
    return offset;
  };
  return { file, value, lineOf: (path) => lineAt(offsetOf(path)) };
}

/**
 * Checks the part of `source` at `path` against `schema`. What is wrong is added to `mistakes`, each
 * with the line of its own key, and null is returned.
 */
export function checkShape<T>(
  source: YamlSource,
  path: PropertyKey[],
  schema: z.ZodType<T>,
  mistakes: Mistake[],
): T | null {
  const parsed = schema.safeParse(valueAt(source.value, path));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const full = [...path, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        mistakes.push({
          file: source.file,
          line: source.lineOf([...full, key]),
          message: `unknown key "${key}"`,
        });
      }
      continue;
    }
    const isMissing = (valueAt(source.value, full) ?? null) === null;
    const words = isMissing ? 'is missing' : issue.message;
    mistakes.push({
      file: source.file,
      line: source.lineOf(full),
      message: `${nameOf(issue.path)} ${words}`,
    });
  }
  return null;
}

function child(
  node: Node | null | undefined,
  step: PropertyKey,
): { offset?: number | undefined; node: Node | null } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    if (!pair) return null;
    return { offset: (pair.key as Node).range?.[0], node: pair.value as Node | null };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step] as Node | undefined;
    return item ? { offset: item.range?.[0], node: item } : null;
  }
  return null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at;
}

/** `photos.0.alt` as an editor would say it: "photos 1: alt". */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the entry';
  return path
    .map((step, i) =>
      typeof step === 'number' ? ` ${step + 1}` : i === 0 ? String(step) : `: ${String(step)}`,
    )
    .join('');
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}
