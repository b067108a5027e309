use super::*;

const SHAPE: Shape = Shape { width: 5, hidden: 3, rank: 4, labels: 6 };
const NOTHING: Hidden = Hidden { numbers: 0, words: 0 };

fn example(rng: &mut Rng, count: usize) -> (Vec<Attributes>, Example) {
    let looks: Vec<Attributes> = (0..count).map(|_| BOUNDS.map(|bound| rng.below(usize::from(bound)) as u8)).collect();
    let inputs = looks.iter().map(|look| inputs(look).collect()).collect();
    let labels = (0..count).map(|at| (at != 1).then(|| rng.below(SHAPE.labels))).collect();
    (looks, Example { inputs, labels, hints: None })
}

#[test]
fn the_gradient_is_the_slope_of_the_loss() {
    let mut rng = Rng::new(3);
    let (_, example) = example(&mut rng, 6);
    let mut weights = Weights::new(SHAPE, &mut rng);
    let mut gradient = vec![0.0; weights.values.len()];
    weights.learn(&weights.turned(), &example, &mut gradient, NOTHING, &mut rng);
    let mut unused = vec![0.0; gradient.len()];
    let mut compared = 0;
    for part in weights.starts.clone().windows(2) {
        let at = (part[0]..part[1]).max_by(|&a, &b| gradient[a].abs().total_cmp(&gradient[b].abs())).expect("a weight");
        let value = weights.values[at];
        let mut loss = |moved: f32| {
            weights.values[at] = value + moved;
            weights.learn(&weights.turned(), &example, &mut unused, NOTHING, &mut Rng::new(0)).0
        };
        let slope = (loss(0.001) - loss(-0.001)) / 0.002;
        weights.values[at] = value;
        assert!((slope - gradient[at]).abs() < 0.03 * gradient[at].abs() + 0.01, "{slope} {}", gradient[at]);
        compared += 1;
    }
    assert_eq!(compared, SHAPE.parts().len());
}

#[test]
fn a_shipped_network_scores_as_the_learned_one() {
    let mut rng = Rng::new(5);
    let (looks, example) = example(&mut rng, 7);
    let mut weights = Weights::new(SHAPE, &mut rng);
    let steps = 3.0;
    let labels = vec![Label::from_bytes([0, 6, 1]).expect("a label"); SHAPE.labels];
    let model = faircopy::read::model::Model::from_bytes(&weights.to_bytes(&labels, steps));
    weights.values = weights.rounded(steps);
    let mut expected = 0.0;
    for (row, label) in model.network.scores(&looks).chunks(SHAPE.labels).zip(&example.labels) {
        let mut odds = row.to_vec();
        softmax(&mut odds);
        expected -= label.map_or(0.0, |label| odds[label].ln());
    }
    let (loss, _) = weights.learn(&weights.turned(), &example, &mut vec![0.0; weights.values.len()], NOTHING, &mut rng);
    assert!((loss - expected).abs() < 0.02, "{loss} {expected}");
}
