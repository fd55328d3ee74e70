// Lets Node run what imports by `@/` (tsconfig.json) without a build: `node --import ./bench/alias.mjs`.
import { registerHooks } from 'node:module';

const root = new URL('../', import.meta.url);

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('@/') ? new URL(specifier.slice(2), root).href : specifier, context),
});
