/** The rules of this folder: types, hooks, accessibility, one import direction, small files. */
import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const SERVICES = ["assessment", "gateway", "projects", "registry", "volunteers"];

/** app → features → ui → api; the phone app stands beside app and features. */
const zones = [
  { target: "src/api", from: ["src/ui", "src/features", "src/app", "src/mobile"] },
  { target: "src/ui", from: ["src/features", "src/app", "src/mobile"] },
  { target: "src/features", from: ["src/app", "src/mobile"], message: "A feature knows ui and api; app knows the feature." },
  { target: "src/mobile", from: ["src/app", "src/features"], message: "The phone app must stay light: ui without antd, and api." },
  { target: "src/app", from: ["src/mobile"] },
  { target: "src/verify", from: ["src/app", "src/features", "src/mobile", "src/ui", "src/api"], message: "The page that checks certificates stands alone." },
  ...SERVICES.map((service) => ({
    target: `src/features/${service}`,
    from: "src/features",
    except: [`./${service}`],
    message: "Services reach each other by links, not by imports.",
  })),
];

export default tseslint.config(
  { ignores: ["dist", "src/api/*.gen.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked, jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    plugins: { "import-x": importX },
    languageOptions: { globals: globals.browser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.app.json" })] },
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true }],
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { zones }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // Cells, lists and forms hold controls of Ant Design, which this rule cannot see into.
      "jsx-a11y/label-has-associated-control": "off",
      // A form whose dialog has just been opened puts the cursor into its only field.
      "jsx-a11y/no-autofocus": "off",
    },
  },
  {
    files: ["src/**"],
    rules: { "no-restricted-syntax": ["error", { selector: "ExportAllDeclaration", message: "No barrels: import from the file that defines it." }] },
  },
  { files: ["src/mobile/**"], rules: { "no-restricted-imports": ["error", { patterns: ["antd", "antd/*", "@ant-design/*"] }] } },
  { files: ["scripts/**", "eslint.config.js"], languageOptions: { globals: globals.node } },
);
