//! Saving the view as a file.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlCanvasElement;

use super::canvas_backend::{palette, pen};
use super::session::Session;
use crate::charts::{Theme, TitleBlock, title_block};
use crate::drawing::{
    PinnedOptions, SvgOptions, draw, fitting_height, pinned, placed_height, svg, words_within,
};

impl Session {
    /// The words around a picture of this size.
    fn words_within(&self, width: u32, height: u32) -> TitleBlock {
        words_within(&self.view.graph, title_block(&self.dataset, &self.view), (width, height))
    }
}

#[wasm_bindgen]
impl Session {
    /// Draws the view with its headline and source, for a picture that leaves the page.
    ///
    /// # Errors
    /// As [`Session::draw`].
    pub fn picture(
        &self,
        canvas: &HtmlCanvasElement,
        ratio: f64,
        dark: bool,
    ) -> Result<(), JsError> {
        let css = |pixels: u32| (f64::from(pixels) / ratio).round() as u32;
        let words = self.words_within(css(canvas.width()), css(canvas.height()));
        draw(&pen(canvas, ratio, dark)?, &self.view.graph, Some(&words))?;
        Ok(())
    }

    /// How high a picture of the view is best, `width` wide, in CSS pixels; for a place `height` high, where
    /// it has one.
    #[wasm_bindgen(js_name = pictureHeight)]
    pub fn picture_height(&self, width: u32, height: Option<u32>) -> u32 {
        let (graph, words) = (&self.view.graph, title_block(&self.dataset, &self.view));
        match height {
            Some(height) => placed_height(graph, &words, (width, height)),
            None => fitting_height(graph, Some(&words), width),
        }
    }

    /// The chart as an SVG file that stands alone.
    pub fn svg(&self, width: u32, height: u32, dark: bool) -> String {
        let options = SvgOptions {
            width,
            height,
            palette: palette(dark),
            title_block: Some(self.words_within(width, height)),
            title: self.view.headline.clone(),
        };
        svg(&self.view.graph, &options)
    }

    /// The view as one HTML file that never changes. `theme` is `auto`, `light` or `dark`, `live`
    /// the address of the page that it links to for today's figures; none of a reader's own data.
    pub fn pinned(&self, theme: &str, live: &str) -> String {
        let theme = Theme::parse(theme).unwrap_or_default();
        let live = Some(live).filter(|live| !live.is_empty() && !self.own);
        let instead = self.view.instead.as_deref();
        let options = PinnedOptions { theme, live, instead, ..PinnedOptions::default() };
        pinned(&self.dataset, &self.view.query, &options)
    }
}
