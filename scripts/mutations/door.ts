import { lib, type Mutation } from './mutation';

const leftBehind = lib('door/left-behind');
const pipeline = lib('door/bound-pipeline');

/** What the Node door does before anybody reads a request, what it says of itself, and whom it may believe. */
export const doorMutations: readonly Mutation[] = [
  {
    breaks: 'each request on a connection leaves a timer behind that ends with its body only',
    file: 'lib/door/cut-silent-body.ts',
    from: "  outgoing.once('close', stop);\n",
    to: '',
    tests: [leftBehind],
  },
  {
    breaks: 'a body that has come is looked at until its answer',
    file: 'lib/door/cut-silent-body.ts',
    from: "  incoming.once('close', stop);\n",
    to: '',
    tests: [leftBehind],
  },
  {
    breaks: 'each request on a connection leaves a listener on the socket',
    file: 'lib/door/cut-silent-body.ts',
    from: "  outgoing.once('close', stop);\n",
    to: "  outgoing.once('close', stop);\n  socket.once('close', stop);\n",
    tests: [leftBehind],
  },
  {
    breaks: 'a connection that lingers is looked at once more for each time that somebody ends it',
    file: 'lib/door/linger-after-answer.ts',
    from: '    if (isClosing) return;\n',
    to: '',
    tests: [leftBehind],
  },
  {
    breaks: 'a client may have any number of requests unanswered',
    file: 'lib/door/bound-pipeline.ts',
    from: 'line.length >= mostUnanswered',
    to: 'line.length < 0',
    tests: [pipeline],
  },
  {
    breaks: 'all requests of a pipeline are worked at, at the same time',
    file: 'lib/door/bound-pipeline.ts',
    from: '    if (line.length === 1) begin(socket, line);',
    to: '    begin(socket, line.slice(-1));',
    tests: [pipeline],
  },
  {
    breaks: 'what waited is begun when the client has hung up',
    file: 'lib/door/bound-pipeline.ts',
    from: '      if (!socket.writable) line.length = 0;\n',
    to: '',
    tests: [pipeline],
  },
  {
    breaks: 'what comes when the last answer has been sent is begun',
    file: 'lib/door/bound-pipeline.ts',
    from: '    if (!socket.writable) return;\n',
    to: '',
    tests: [pipeline],
  },
  {
    breaks: 'Next’s own server is not bound',
    file: 'lib/door/bound-next-server.ts',
    from: "    server.removeAllListeners('request');\n",
    to: '',
    tests: [pipeline],
  },
  {
    breaks: 'what fails is logged at each look of a probe',
    file: 'lib/setup/readiness.ts',
    from: '  if (cause === causes[what]) return;\n',
    to: '  if (cause === null) return;\n',
    tests: [lib('setup/readiness')],
  },
  {
    breaks: 'a database that gives no answer in time fails without a word',
    file: 'lib/setup/readiness.ts',
    from: "came === 'ok' ? null : 'no answer in time'",
    to: 'came && null',
    tests: [lib('setup/readiness')],
  },
  {
    breaks: 'a network that cannot be read is taken, and matches nobody',
    file: 'lib/env.ts',
    from: 'networkOf(each) === null',
    to: "each === ''",
    tests: [lib('env')],
  },
  {
    breaks: 'everybody may be a trusted proxy',
    file: 'lib/env.ts',
    from: 'entries.filter(holdsEverybody)',
    to: "entries.filter((each) => each === '')",
    tests: [lib('env')],
  },
];
