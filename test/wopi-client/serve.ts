// Starts the stand-in Document Server for developers: npm run dev:document-server
import { startDocumentServer } from './document-server';

const server = await startDocumentServer({ port: Number(process.env.PORT ?? 8090) });
console.log(`Stand-in Document Server at ${server.url}. Start Lectern with DOCUMENT_SERVER_URL=${server.url}`);
