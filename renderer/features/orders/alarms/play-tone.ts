import type { OrderAlarm } from '../../../../main/contract/orders.ts';

type Note = Readonly<{ hertz: number; startS: number; lengthS: number }>;

/** Short, and told apart with eyes closed: rising for new, a pair for the kitchen, falling for late. */
const TONES: Readonly<Record<OrderAlarm['kind'], readonly Note[]>> = {
  new: [
    { hertz: 659, startS: 0, lengthS: 0.12 },
    { hertz: 880, startS: 0.12, lengthS: 0.18 },
  ],
  'time-to-cook': [
    { hertz: 587, startS: 0, lengthS: 0.14 },
    { hertz: 587, startS: 0.2, lengthS: 0.14 },
  ],
  late: [
    { hertz: 880, startS: 0, lengthS: 0.12 },
    { hertz: 698, startS: 0.14, lengthS: 0.12 },
    { hertz: 523, startS: 0.28, lengthS: 0.24 },
  ],
};

const RISE_S = 0.01;
const LOUDEST = 0.35;

/** Plays the tone of an alarm; volume 0–100. Silent until the audio was unlocked by a click. */
export function playTone(audio: AudioContext, kind: OrderAlarm['kind'], volume: number): void {
  if (audio.state !== 'running' || volume === 0) return;
  for (const { hertz, startS, lengthS } of TONES[kind]) {
    const at = audio.currentTime + startS;
    const voice = new OscillatorNode(audio, { type: 'triangle', frequency: hertz });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime((volume / 100) * LOUDEST, at + RISE_S);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + lengthS);
    voice.connect(gain).connect(audio.destination);
    voice.start(at);
    voice.stop(at + lengthS);
  }
}
