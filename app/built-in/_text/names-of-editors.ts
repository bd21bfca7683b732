/** Who edits a document now, as the portal tells its own pages; null where nobody does or it cannot be told. */
export async function namesOfEditors(documentId: string): Promise<string | null> {
  try {
    const answer = await fetch(`/api/documents/${documentId}/editors`, { cache: 'no-store' });
    if (!answer.ok) return null;
    const { editors }: { editors: { name: string }[] } = await answer.json();
    return editors.length === 0 ? null : editors.map(({ name }) => name).join(', ');
  } catch {
    return null;
  }
}
