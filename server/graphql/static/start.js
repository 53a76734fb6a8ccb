"use strict";
/* Puts GraphiQL on the page. The address is built without a name and password that the page's own may hold. */
(function () {
  const question = `# Shift-Ctrl-D: the schema. Ctrl-Enter: ask.
# Who asks is in the tab Headers, or in the browser's own dialogue: {"Authorization": "Bearer TOKEN"}

{
  views {
    name
    title
    members {
      name
      kind
      title
      unit
    }
  }
}
`;
  const given = new URLSearchParams(window.location.search).get("query");
  const fetcher = GraphiQL.createFetcher({ url: window.location.origin + window.location.pathname });
  ReactDOM.createRoot(document.getElementById("graphiql")).render(
    React.createElement(GraphiQL, {
      fetcher,
      defaultQuery: question,
      query: given || undefined,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: true,
    }),
  );
})();
