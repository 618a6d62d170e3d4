//! The list of charts: the one line that a chart takes beside its files. Those who need the list hand the name
//! of a macro to this one, which hands them every chart: the charts' rooms make modules and the registry of it, and each
//! language the modules of the words.

/// Every chart, in the order offered, under the room whose file it is: `src/charts`, `src/charts/seasonal` or
/// `src/charts/structure`. The first is the default. The last is built for the tests alone.
macro_rules! every_chart {
    ($hand_to:ident) => {
        $hand_to! {
            charts {
                months
                season
                cumulative
                change
                heat
                balance
                series
                history
                framing
                mirror
                gaps
            }
            seasonal {
                expectation
                decomposition
                level_shifts
                effects
            }
            structure {
                drivers
                shares
                map
                unit_value
                price_volume
                mix
                prices
                dependence
            }
            tests {
                example
            }
        }
    };
}

pub(crate) use every_chart;
