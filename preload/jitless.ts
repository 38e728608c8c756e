// Before any schema is made: zod would otherwise probe `new Function`, which a policy reports.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = {
  jitless: true,
};

export {};
