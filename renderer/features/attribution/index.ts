export { SourcesScreen } from './sources-screen.tsx';
export { WhySource } from './why-source.tsx';
