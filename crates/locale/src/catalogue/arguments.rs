//! Which arguments a message takes, and which of them it counts: read from its syntax tree.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// Argument names, each with whether the message treats it as a number.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Arguments(BTreeMap<String, bool>);

impl Arguments {
    pub(super) fn of(pattern: &Pattern<&str>) -> Arguments {
        let mut arguments = Arguments::default();
        arguments.read_pattern(pattern);
        arguments
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[cfg(test)]
    pub(super) fn names(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// The message chooses by this argument, or shows it through `NUMBER()`.
    pub(super) fn counts(&self, name: &str) -> bool {
        self.0.get(name).copied().unwrap_or(false)
    }

    fn read_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline, false),
            Expression::Select { selector, variants } => {
                self.read_inline(selector, true);
                variants.iter().for_each(|variant| self.read_pattern(&variant.value));
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>, counted: bool) {
        match inline {
            InlineExpression::VariableReference { id } => {
                *self.0.entry(id.name.to_owned()).or_default() |= counted;
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument, true));
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            _ => {}
        }
    }
}
