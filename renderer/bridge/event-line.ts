type News = Readonly<{ topic: string; value: unknown }>;
type NewsListener = (topic: string, value: unknown) => void;
type LineListener = (alive: boolean) => void;

/** The event stream of the loopback server. */
export type EventLine = Readonly<{
  subscribe(listener: NewsListener): () => void;
  watchLine(listener: LineListener): () => void;
}>;

function heard<Listener>(): readonly [Set<Listener>, (listener: Listener) => () => void] {
  const listeners = new Set<Listener>();
  const add = (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return [listeners, add];
}

/**
 * One stream for all listeners: a browser allows few connections to one address. It resumes by
 * itself; after `reset` news were missed for good, so the page reads everything again.
 */
export function openEventLine(
  openStream: () => EventSource = () => new EventSource('/events'),
  readAgain: () => void = () => location.reload(),
): EventLine {
  const [news, addNews] = heard<NewsListener>();
  const [line, addLine] = heard<LineListener>();
  let stream: EventSource | null = null;
  const open = (): void => {
    if (stream) return;
    stream = openStream();
    stream.addEventListener('message', (event: MessageEvent<string>) => {
      const { topic, value } = JSON.parse(event.data) as News;
      for (const listener of news) listener(topic, value);
    });
    stream.addEventListener('reset', readAgain);
    stream.addEventListener('open', () => line.forEach((listener) => listener(true)));
    stream.addEventListener('error', () => line.forEach((listener) => listener(false)));
  };
  return {
    subscribe: (listener) => {
      open();
      return addNews(listener);
    },
    watchLine: (listener) => {
      open();
      return addLine(listener);
    },
  };
}
