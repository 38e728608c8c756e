/** The two messages between the window and the core: a question, and news. */
export const CHANNELS = { call: 'desk:call', announcement: 'desk:announcement' } as const;
