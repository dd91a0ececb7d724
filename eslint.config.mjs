import tseslint from "typescript-eslint";

/** A boolean among the parameters of a function, by its type or its default. A function's only one is what it is about. */
const FLAG = [
  "[params.length>1] > Identifier.params > TSTypeAnnotation > TSBooleanKeyword",
  "[params.length>1] > .params > Identifier > TSTypeAnnotation > TSBooleanKeyword",
  "[params.length>1] > AssignmentPattern.params > Literal.right[raw=/^(true|false)$/]",
];

export default tseslint.config(
  { ignores: ["**/node_modules/", "dist/", "site/", ".engine/", "coverage/", "test/fourthCloud/files/"] },
  {
    files: ["**/*.{ts,mjs,cjs,js}"],
    rules: {
      "max-lines": ["error", 250],
      "max-params": ["error", 4],
      "no-restricted-syntax": [
        "error",
        {
          selector: FLAG.join(),
          message: "A call does not tell what `true` means: take a word, an object, or two functions.",
        },
      ],
    },
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
);
