"use strict";
/* Puts GraphiQL on the page. The address is built without a name and password that the page's own may hold. */
(function () {
  const question = `# Shift-Ctrl-D: the schema. Ctrl-Enter: ask.
# Log in when the browser asks,
# or put a token into the tab Headers:
# {"Authorization": "Bearer demo-direktion"}
# All that can be asked: { views { name title } }

{
  cube {
    regnskab(where: {
      aar: { equals: 2023 }
      funktion: { equals: "6.45.51" }
    }) {
      region
      udgift_pr_indbygger
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
